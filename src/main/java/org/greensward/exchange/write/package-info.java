/**
 * Writing files for others: rows that come one by one leave as GeoJSON, CSV, XLSX or KML at once,
 * or go to GDAL as a child process without network or privileges, which makes a GeoPackage,
 * Shapefile or MapInfo table of them. Memory does not grow with the rows. Knows nothing of parishes
 * or land, nor of the database. Uses {@code exchange.gdal} and {@code refusal}; {@code download}
 * uses it.
 */
package org.greensward.exchange.write;
