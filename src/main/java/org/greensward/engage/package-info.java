/**
 * How far the talk with each council has come: dated steps, what comes next, the board of all
 * councils, and what changed since a meeting. What hangs on it has packages below: {@code
 * agreement}, {@code letter}, {@code notice} (mail and feeds). Uses {@code store}, {@code web} and
 * {@code access}; nothing uses it.
 */
package org.greensward.engage;
