/**
 * Pages of the land editor: new parcel, new shape, split and merge, and the JSON that the shape
 * editor requests while somebody draws ({@code /api/edit}). Geometry is in {@code land.shape}. Uses
 * {@code revision}, {@code web}, {@code layer}.
 */
package org.greensward.land.editing;
