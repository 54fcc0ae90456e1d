/**
 * Adapter from GeoTools' ECQL parser to our own filter tree. GeoTools' tree is walked and never
 * evaluated. Uses {@code error}.
 */
package org.greensward.ogc.filter.ecql;
