/**
 * Coverages: sets of polygons that meet edge to edge, without gaps or overlaps.
 *
 * <p>{@link org.greensward.geometry.CoverageRepair} makes one out of imported boundaries and says
 * what was wrong; {@link org.greensward.geometry.CoverageSimplification} thins it out for a zoom;
 * {@link org.greensward.geometry.SharedBorders} takes its border lines from it, each once. All is
 * plain geometry in a plane with metres as its unit (EPSG:27700): JTS and the JDK only, no Spring,
 * no database. The import of boundaries uses the first, the tile layers the other two.
 */
package org.greensward.geometry;
