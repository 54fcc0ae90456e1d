/**
 * Geometry of land editing: parses, validates, splits, unites and snaps shapes in EPSG:27700,
 * metres. Plain JTS and JSON: no Spring, no database. Coordinates that were given are never
 * rounded, so that shared edges stay shared. Uses {@code layer}.
 */
@NullMarked
package org.greensward.land.shape;

import org.jspecify.annotations.NullMarked;
