/**
 * Features of a collection and requests that change them, as the OGC API and the domains exchange
 * them. Uses {@code error}, {@code export}, {@code ogc}.
 */
package org.greensward.layer.feature;
