/**
 * Prepares a file for GDAL: unpacks archives, checks Shapefiles against their headers, and rewrites
 * tables of separated values to strict UTF-8. Uses {@code error}, {@code layer}.
 */
package org.greensward.importing.dataset;
