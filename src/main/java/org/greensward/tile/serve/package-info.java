/**
 * {@code /tiles}: tiles over HTTP. A made tile is kept compressed and answered before the servlets
 * are reached; what is valid is decided by the revision of what lies in the tile.
 */
package org.greensward.tile.serve;
