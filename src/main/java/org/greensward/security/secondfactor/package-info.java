/**
 * Second factors: TOTP codes, recovery codes, and the encryption of their secrets. Uses {@code
 * error}, {@code database}.
 */
package org.greensward.security.secondfactor;
