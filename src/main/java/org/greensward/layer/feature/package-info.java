/**
 * What a domain contributes to the OGC API: collections of features, the extent of its data, and
 * writers of single features; with the requests and features that the two exchange. Uses {@code
 * error}, {@code database}, {@code security}.
 */
package org.greensward.layer.feature;
