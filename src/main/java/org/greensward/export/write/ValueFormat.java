package org.greensward.export.write;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Values as text, the same in all formats. */
public final class ValueFormat {
  private ValueFormat() {}

  /** Empty for null; numbers without exponent, dates as year-month-day. */
  static String text(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Double number) {
      return number(number);
    }
    return value instanceof LocalDate ? value.toString() : plain(value.toString());
  }

  /** A number without exponent and without a fraction that is zero. */
  public static String number(double number) {
    BigDecimal exact = BigDecimal.valueOf(number);
    return (exact.scale() > 0 ? exact.stripTrailingZeros() : exact).toPlainString();
  }

  /** Without the control characters that no XML, and few tables, can hold. */
  static String plain(String text) {
    boolean clean = true;
    for (int i = 0; i < text.length() && clean; i++) {
      clean = !isControl(text.charAt(i));
    }
    if (clean) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text);
    for (int i = 0; i < plain.length(); i++) {
      if (isControl(plain.charAt(i))) {
        plain.setCharAt(i, ' ');
      }
    }
    return plain.toString();
  }

  private static boolean isControl(char c) {
    return c < ' ' && c != '\n' && c != '\t' || c == 0x7f || c == 0xfffe || c == 0xffff;
  }
}
