/**
 * Agreements on which devolved statuses rest: their terms, the land they cover, and what falls due.
 * Uses {@code error}, {@code revision}, {@code web}, {@code layer}, {@code security}, {@code
 * council}.
 */
package org.greensward.status.agreement;
