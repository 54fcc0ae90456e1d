/**
 * What all parts of the OGC API share: URLs, links, formats, query parameters, metadata, and the
 * registry of collections. Uses {@code error}, {@code database}, {@code revision}, {@code layer},
 * {@code export}.
 */
package org.greensward.ogc.common;
