/**
 * Devolution statuses: where each council stands on a service at a date, its claims with their
 * publication, and the register that others read. Uses {@code error}, {@code revision}, {@code
 * web}, {@code layer}, {@code security}, {@code authority}, {@code council}.
 */
package org.greensward.status;
