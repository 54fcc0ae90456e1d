/**
 * Changes of single features (OGC API Features Part 4). A council's change of land becomes a draft
 * of a proposal. Uses {@code error}, {@code revision}, {@code layer}, {@code security}, {@code
 * land}, {@code proposal}, {@code export}.
 */
package org.greensward.ogc.transactions;
