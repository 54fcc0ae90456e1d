/**
 * Land as collections of features, and the writer of land for officers. Uses {@code error}, {@code
 * database}, {@code revision}, {@code layer}, {@code security}.
 */
package org.greensward.land.feature;
