/**
 * The background of the map: streets, water, buildings and place names, as an import layer and as a
 * tile layer. It has no dates. Uses {@code error}, {@code database}, {@code revision}, {@code
 * layer}.
 */
package org.greensward.context;
