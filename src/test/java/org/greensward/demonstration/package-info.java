/**
 * Makes the demonstration data in {@code gis-data}: from the facts in the test resources (names,
 * kinds, codes, settlement points, rough areas, documented statuses) it draws schematic parishes, a
 * schematic background and schematic land, always the same for the same seed. {@link
 * org.greensward.demonstration.GenerateDemonstration} runs it. All coordinates are metres in
 * EPSG:27700 unless a name says otherwise. It uses JTS and the {@code ogr2ogr} command; nothing in
 * the application uses it.
 */
package org.greensward.demonstration;
