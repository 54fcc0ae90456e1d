/**
 * The tile layers of parishes with their status, and of the boundaries between them. Uses {@code
 * coverage}, {@code database}, {@code revision}, {@code layer}.
 */
package org.greensward.status.tile;
