/**
 * Land parcels and their pieces by parish, who looks after them, and the sums that reconcile. Uses
 * {@code register}, {@code store} and {@code web}; {@code tile} uses it. The overlay itself is kept
 * by the database (migration V5).
 */
package org.greensward.land;
