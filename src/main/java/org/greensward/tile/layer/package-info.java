/**
 * The layers of the map: which features each has in a tile at a date, and with which properties.
 * Shapes and properties are prepared once, held while there is memory for them, and read from the
 * database again when there is not or when they changed.
 */
package org.greensward.tile.layer;
