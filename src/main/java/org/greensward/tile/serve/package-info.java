/**
 * Serves {@code /tiles} over HTTP: cached tiles are answered before the servlets are reached; the
 * revision of what lies in a tile decides whether it is valid. Domain packages contribute their
 * layers as beans of the type {@code layer.tile.TileLayer}. Uses {@code error}, {@code database},
 * {@code revision}, {@code web}, {@code layer}.
 */
package org.greensward.tile.serve;
