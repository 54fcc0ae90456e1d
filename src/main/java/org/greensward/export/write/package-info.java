/**
 * Writers of the file formats. Rows are streamed: GeoJSON, CSV, XLSX and KML are written here; GDAL
 * writes GeoPackage, Shapefile and MapInfo TAB as a child process without privileges. Knows neither
 * domains nor the database. Uses {@code error}, {@code web}, {@code layer}, {@code importing}.
 */
package org.greensward.export.write;
