/**
 * Drafts of proposals as a collection of features, and the writers for councils: of their drafts,
 * and of land, whose change becomes a draft. Uses {@code error}, {@code database}, {@code
 * revision}, {@code layer}, {@code security}, {@code land}.
 */
package org.greensward.proposal.feature;
