package org.greensward.security.secondfactor;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that follow from a shared secret and the time (RFC 6238): HMAC-SHA-1, six digits, a new one
 * every 30 seconds, which is what every authenticator app does without being told.
 */
public final class Totp {
  static final int SECRET_BYTES = 20;
  private static final int SECONDS = 30;
  private static final int DIGITS = 1_000_000;

  /** Clocks of telephones are a little off, and typing takes time. */
  private static final int STEPS_OFF = 1;

  private Totp() {}

  /** The number of the 30 seconds that a moment lies in. */
  public static long step(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), SECONDS);
  }

  /** The code of a step. */
  public static String code(byte[] secret, long step) {
    byte[] counter = new byte[8];
    for (int i = 0; i < 8; i++) {
      counter[i] = (byte) (step >>> 8 * (7 - i));
    }
    byte[] mac;
    try {
      Mac hmac = Mac.getInstance("HmacSHA1");
      hmac.init(new SecretKeySpec(secret, "HmacSHA1"));
      mac = hmac.doFinal(counter);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    int at = mac[mac.length - 1] & 0xf;
    int number =
        (mac[at] & 0x7f) << 24
            | (mac[at + 1] & 0xff) << 16
            | (mac[at + 2] & 0xff) << 8
            | mac[at + 3] & 0xff;
    return String.format(Locale.ROOT, "%06d", number % DIGITS);
  }

  /** The step whose code was given, near a moment; empty when it is none. */
  static OptionalLong match(byte[] secret, String code, Instant at) {
    long now = step(at);
    for (long step = now - STEPS_OFF; step <= now + STEPS_OFF; step++) {
      if (code(secret, step).equals(code)) {
        return OptionalLong.of(step);
      }
    }
    return OptionalLong.empty();
  }
}
