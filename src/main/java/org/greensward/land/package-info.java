/**
 * Land parcels and their pieces by parish: who looks after them, how much there is, and the service
 * through which programs write land. The overlay itself is kept by the database. Uses {@code
 * error}, {@code database}, {@code revision}, {@code web}, {@code layer}, {@code security}, {@code
 * authority}.
 */
package org.greensward.land;
