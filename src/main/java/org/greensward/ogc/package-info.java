/**
 * OGC API Features and Tiles at {@code /ogc}: landing page, conformance, collections, and the rule
 * for other sites (CORS). Access is decided by the database, by the audience of the request. Uses
 * {@code revision}, {@code web}, {@code layer}, {@code export}.
 */
@NullMarked
package org.greensward.ogc;

import org.jspecify.annotations.NullMarked;
