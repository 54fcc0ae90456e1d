/**
 * Second factors: TOTP codes, recovery codes, and the encryption of their secrets. Uses {@code
 * error}, {@code database}.
 */
@NullMarked
package org.greensward.security.secondfactor;

import org.jspecify.annotations.NullMarked;
