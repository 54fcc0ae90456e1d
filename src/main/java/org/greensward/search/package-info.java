/**
 * One box for everything that can be typed to say where: a postcode, a place or street, a parish or
 * council by any of its names, a grid reference, a parcel's reference, a coordinate. {@link
 * org.greensward.search.SearchQuery} reads what was typed, {@link
 * org.greensward.search.SearchRepository} looks it up, {@link org.greensward.search.SearchService}
 * ranks it and finds words for what is not there. Uses {@code land}, {@code register}, {@code
 * store} and {@code web}; the vocabulary is kept by the database (migration V22).
 */
package org.greensward.search;
