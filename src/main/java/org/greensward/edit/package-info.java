/**
 * Land edited on the map: what the shape editor asks while somebody draws ({@code /api/edit}), and
 * the officers' pages that make, reshape, split and merge parcels. The geometry is {@code
 * edit.shape}'s, the rules are the database's; here they meet. Other packages that take a drawn
 * shape use {@link org.greensward.edit.ShapeChecking} and the fragment {@code shape-editor.html};
 * the API, by which programs write land, {@link org.greensward.edit.LandDesk} and {@link
 * org.greensward.edit.SentShapes}.
 */
package org.greensward.edit;
