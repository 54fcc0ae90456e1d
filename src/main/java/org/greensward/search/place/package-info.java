/**
 * Import of postcodes and place names, and the page of a postcode. Uses {@code error}, {@code web},
 * {@code layer}, {@code authority}, {@code land}.
 */
package org.greensward.search.place;
