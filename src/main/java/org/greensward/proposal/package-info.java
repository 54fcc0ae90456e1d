/**
 * Proposals: what councils propose and officers decide. The database keeps the order of steps and
 * who may take them. Uses {@code error}, {@code web}, {@code layer}, {@code security}, {@code
 * status}.
 */
package org.greensward.proposal;
