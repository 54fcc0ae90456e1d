/**
 * Repairs polygons that gape or overlap to a valid coverage, and reports each fault with its place
 * and area. {@link org.greensward.coverage.repair.CoverageRepair} is the entry point and states the
 * rules. Uses no other package.
 */
package org.greensward.coverage.repair;
