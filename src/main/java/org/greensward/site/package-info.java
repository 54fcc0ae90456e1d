/**
 * The public pages that belong to no single domain: front page, map, sources of data, help and
 * statements. Each is served whole and needs no script, except for the moving map. Uses {@code
 * error}, {@code web}, {@code licence}, {@code authority}, {@code status}, {@code land}.
 */
package org.greensward.site;
