/**
 * Translates a filter tree to SQL for PostgreSQL with PostGIS, whose geometries are in EPSG:27700.
 * Uses no other package.
 */
@NullMarked
package org.greensward.ogc.filter.sql;

import org.jspecify.annotations.NullMarked;
