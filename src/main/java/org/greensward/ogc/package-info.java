/**
 * OGC API Features and Tiles, at {@code /ogc}: the layers that leave as files ({@code download}),
 * feature by feature, for desktop GIS. Nothing here decides who sees what: the database does, by
 * the audience of the request.
 */
package org.greensward.ogc;
