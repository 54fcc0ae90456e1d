/**
 * Features of a collection (OGC API Features Parts 1 to 3): parameters, queries, and features as
 * GeoJSON. Domain packages contribute the collections as beans of the type {@code
 * layer.feature.OgcCollection}. Uses {@code error}, {@code revision}, {@code web}, {@code layer},
 * {@code security}, {@code export}.
 */
package org.greensward.ogc.features;
