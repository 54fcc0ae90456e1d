/**
 * OGC API Features and Tiles, at {@code /ogc}: the layers that leave as files ({@code download}),
 * feature by feature, for desktop GIS. Land is changed here too, by the services of {@code edit}
 * and {@code proposal}, from what {@code ogc.body} has read. Nothing here decides who sees what:
 * the database does, by the audience of the request.
 */
package org.greensward.ogc;
