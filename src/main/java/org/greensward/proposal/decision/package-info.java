/**
 * Decisions of officers on proposals: the queue, the preview, and the transaction that applies an
 * accepted proposal. Uses {@code error}, {@code revision}, {@code web}, {@code layer}, {@code
 * security}, {@code status}, {@code land}.
 */
package org.greensward.proposal.decision;
