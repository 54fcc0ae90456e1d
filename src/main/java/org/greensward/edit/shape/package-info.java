/**
 * The geometry of editing land: reading a drawn shape, saying what is wrong with it and where,
 * splitting, joining and snapping. Plain geometry in EPSG:27700, metres: JTS, JSON and the JDK
 * only, no Spring, no database. Coordinates that were given are never rounded, so that an edge that
 * is shared stays shared. Package {@code edit} uses it, and whoever else takes a drawn shape.
 */
package org.greensward.edit.shape;
