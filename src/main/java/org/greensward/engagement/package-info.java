/**
 * Engagement with each council: dated steps, the plan for what comes next, and the board of all
 * councils. Uses {@code error}, {@code revision}, {@code web}, {@code layer}, {@code security},
 * {@code council}, {@code status}.
 */
package org.greensward.engagement;
