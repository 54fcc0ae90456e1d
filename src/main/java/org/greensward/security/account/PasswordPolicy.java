package org.greensward.security.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.greensward.web.Form;

/**
 * What a password must be: long, and nothing that is tried first. What it is made of is nobody's
 * business.
 */
public final class PasswordPolicy {
  public static final int SHORTEST = 12;
  static final int LONGEST = 200;

  /** What must be left of a password after the words that everybody takes. */
  private static final int LEFT_OVER = 4;

  private static final List<String> COMMON = read();

  private PasswordPolicy() {}

  /** As it is hashed: the same letters, however the keyboard writes them. */
  public static String normal(String typed) {
    return Normalizer.normalize(typed == null ? "" : typed, Normalizer.Form.NFKC);
  }

  /**
   * What is wrong with a new password.
   *
   * @param others what it may not be: the email address, the name
   * @return a text of the bundle; empty when it will do
   */
  static Optional<Form.Message> fault(String password, String... others) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      return wrong("password.short", SHORTEST);
    }
    if (length > LONGEST) {
      return wrong("password.long", LONGEST);
    }
    String plain = password.toLowerCase(Locale.ROOT);
    for (String other : others) {
      if (plain.equals(other.strip().toLowerCase(Locale.ROOT))) {
        return wrong("password.personal");
      }
    }
    return isCommon(plain) ? wrong("password.common") : Optional.empty();
  }

  private static Optional<Form.Message> wrong(String key, Object... arguments) {
    return Optional.of(new Form.Message(key, arguments));
  }

  private static boolean isCommon(String plain) {
    if (plain.chars().distinct().count() <= LEFT_OVER) {
      return true;
    }
    String rest = plain;
    for (String word : COMMON) {
      rest = rest.replace(word, "");
    }
    return rest.length() < LEFT_OVER;
  }

  /** Longer ones first, so that no short one leaves a piece of a long one. */
  private static List<String> read() {
    try (InputStream file = PasswordPolicy.class.getResourceAsStream("/common-passwords.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .sorted((a, b) -> b.length() - a.length())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
