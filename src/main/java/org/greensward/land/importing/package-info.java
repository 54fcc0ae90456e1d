/**
 * Import of land: validates codes, adds parcels in bulk, splits them at parish boundaries and
 * reports overlaps. Uses {@code error}, {@code coverage}, {@code database}, {@code layer}, {@code
 * authority}.
 */
package org.greensward.land.importing;
