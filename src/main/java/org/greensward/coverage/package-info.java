/**
 * Polygon coverages: sets of polygons that meet edge to edge, without gaps or overlaps. All is
 * plain geometry in metres (EPSG:27700), built on JTS and the JDK only, without Spring and without
 * a database. Uses no other package.
 */
package org.greensward.coverage;
