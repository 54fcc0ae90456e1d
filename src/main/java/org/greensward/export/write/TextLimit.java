package org.greensward.export.write;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;

/**
 * Fits texts into a table whose fields have a length in bytes and an encoding: longer ones are cut
 * and end in dots, letters that the encoding lacks lose their accents. Both are counted, to be
 * told.
 */
final class TextLimit {
  private static final String DOTS = "...";
  private static final int MOST_BYTES_OF_A_LETTER = 4;

  private final int bytes;
  private final Charset charset;
  private final CharsetEncoder encoder;
  private long cut;
  private long respelt;

  TextLimit(int bytes, Charset charset) {
    this.bytes = bytes;
    this.charset = charset;
    this.encoder = charset.newEncoder();
  }

  String fit(String text) {
    String spelt = text;
    if (!encoder.canEncode(text)) {
      spelt = respell(text);
      respelt++;
    }
    if (spelt.length() * MOST_BYTES_OF_A_LETTER <= bytes || size(spelt) <= bytes) {
      return spelt;
    }
    cut++;
    int end = Math.min(spelt.length(), bytes - DOTS.length());
    while (size(spelt.substring(0, end)) > bytes - DOTS.length()
        || Character.isHighSurrogate(spelt.charAt(end - 1))) {
      end--;
    }
    return spelt.substring(0, end) + DOTS;
  }

  /** How many texts were cut. */
  long cut() {
    return cut;
  }

  /** How many texts had letters that had to be spelt in another way. */
  long respelt() {
    return respelt;
  }

  int bytes() {
    return bytes;
  }

  private int size(String text) {
    return text.getBytes(charset).length;
  }

  private String respell(String text) {
    StringBuilder spelt = new StringBuilder();
    text.codePoints()
        .mapToObj(Character::toString)
        .map(letter -> encoder.canEncode(letter) ? letter : withoutAccent(letter))
        .forEach(spelt::append);
    return spelt.toString();
  }

  private String withoutAccent(String letter) {
    String bare = Normalizer.normalize(letter, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return bare.isEmpty() || !encoder.canEncode(bare) ? "?" : bare;
  }
}
