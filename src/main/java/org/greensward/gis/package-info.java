/**
 * Roles of the database for people of a GIS, who connect to it themselves. What such a role sees
 * and edits is decided in the database (migration V37); this makes and removes the logins. Rests on
 * {@code store}; used by the command line.
 */
package org.greensward.gis;
