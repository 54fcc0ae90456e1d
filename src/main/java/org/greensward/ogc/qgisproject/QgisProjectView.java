package org.greensward.ogc.qgisproject;

/**
 * What a project for QGIS shows, and for whom.
 *
 * @param title whose it is
 * @param slug for the name of the file: {@code olney-town-council}
 * @param west of where it opens, in metres of EPSG:27700, like the other three
 * @param key whether its layers are asked for with the key of whoever has it: of those who are told
 *     more than the public
 */
record QgisProjectView(
    String title, String slug, double west, double south, double east, double north, boolean key) {}
