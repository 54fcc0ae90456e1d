/**
 * The one-page report of what changed since a meeting, as HTML and PDF. Uses {@code error}, {@code
 * database}, {@code revision}, {@code web}, {@code security}, {@code authority}, {@code status},
 * {@code forum}, {@code document}.
 */
package org.greensward.engagement.changes;
