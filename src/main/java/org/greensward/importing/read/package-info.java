/**
 * Copies a dataset from GDAL into a staging table and verifies what arrived. Uses {@code error},
 * {@code layer}.
 */
package org.greensward.importing.read;
