/**
 * The public's pages: the front page, the map, the councils, who looks after a place, and what this
 * service says of itself. Each is served whole and needs no script; only the moving map does. Uses
 * {@code register}, {@code land}, {@code licence} and {@code web}, and nothing uses it.
 */
package org.greensward.pages;
