/**
 * The public pages of land: who looks after a place, one parcel, and the summary figures of a date.
 * Uses {@code error}, {@code revision}, {@code web}, {@code security}, {@code authority}, {@code
 * status}.
 */
package org.greensward.land.page;
