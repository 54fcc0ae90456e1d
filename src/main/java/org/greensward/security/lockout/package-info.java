/**
 * Slows down guessing: lock-out of accounts with back-off, and the rate limit of sign-in per
 * network address. Uses {@code error}, {@code database}.
 */
package org.greensward.security.lockout;
