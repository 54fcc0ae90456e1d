/**
 * One search box: postcode, place, street, parish or council by any name, grid reference, parcel
 * reference or coordinate. {@link org.greensward.search.SearchQuery} parses the text, {@link
 * org.greensward.search.SearchRepository} looks it up, {@link org.greensward.search.SearchService}
 * ranks the hits and explains misses. Uses {@code error}, {@code revision}, {@code web}, {@code
 * status}.
 */
package org.greensward.search;
