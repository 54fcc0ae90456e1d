/**
 * What a domain contributes to tiles: the tile layer, and what it gets to do its work: cells of
 * prepared features, caches, encoded properties. Uses {@code database}, {@code revision}.
 */
@NullMarked
package org.greensward.layer.tile;

import org.jspecify.annotations.NullMarked;
