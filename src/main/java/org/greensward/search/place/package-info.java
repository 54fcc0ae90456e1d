/**
 * Import of postcodes and place names, and the page of a postcode. Uses {@code error}, {@code web},
 * {@code layer}, {@code authority}, {@code land}.
 */
@NullMarked
package org.greensward.search.place;

import org.jspecify.annotations.NullMarked;
