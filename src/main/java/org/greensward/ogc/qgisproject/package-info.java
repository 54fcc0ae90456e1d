/**
 * The project file for QGIS: the collections of the OGC API as layers with their styles, made for
 * the account that requests it. Uses {@code revision}, {@code layer}, {@code security}, {@code
 * export}, {@code tile}.
 */
package org.greensward.ogc.qgisproject;
