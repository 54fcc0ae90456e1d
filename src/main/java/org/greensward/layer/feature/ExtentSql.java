package org.greensward.layer.feature;

/**
 * What a domain adds to the extent of the collections, in space and time: each is contributed as a
 * bean.
 *
 * @param geometries a statement that selects {@code geom}, in EPSG:27700; null for none
 * @param beginnings a statement that selects {@code day}, when something began; null for none
 */
public record ExtentSql(String geometries, String beginnings) {}
