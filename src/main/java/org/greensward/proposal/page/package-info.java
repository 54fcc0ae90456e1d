/**
 * A council's office, its pages for writing and following proposals, and its unpublished data on
 * the map. Uses {@code error}, {@code revision}, {@code web}, {@code layer}, {@code security},
 * {@code status}.
 */
package org.greensward.proposal.page;
