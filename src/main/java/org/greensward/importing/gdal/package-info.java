/**
 * GDAL's programs as child processes: their limits, the privileges taken from them, and the one
 * folder that each may see. GDAL never gets the database. Uses {@code error}.
 */
package org.greensward.importing.gdal;
