/**
 * First start of a store: creates the authority's record and loads the demonstration, before the
 * web server answers its first request. Uses {@code error}, {@code database}, {@code layer}, {@code
 * licence}, {@code authority}, {@code importing}.
 */
package org.greensward.demonstration;
