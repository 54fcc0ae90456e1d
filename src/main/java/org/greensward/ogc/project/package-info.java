/**
 * The project file for QGIS: the collections of the API as layers, drawn as the map draws them,
 * made for whoever asks. On top of {@code ogc}, which knows nothing of it.
 */
package org.greensward.ogc.project;
