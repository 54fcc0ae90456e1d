/**
 * What all parts of the OGC API share: URLs, links, formats, query parameters, and the registries
 * of collections and of writers. Uses {@code error}, {@code database}, {@code revision}, {@code
 * layer}, {@code security}.
 */
package org.greensward.ogc.common;
