package org.greensward.importing.dataset;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.greensward.error.UserException;

/**
 * In what encoding a file's text is written. What the file does not say is found out: plain ASCII
 * and valid UTF-8 are what they are, since other text is never valid UTF-8 by chance; all else is
 * taken for ISO-8859-1, with a remark.
 *
 * @param gdalName as GDAL and iconv call it; null to let GDAL find it in the table's header
 */
record TextEncoding(String gdalName) {
  /** "Not known" and "whatever that machine used": what writers put that do not know. */
  private static final List<Integer> MEANINGLESS_LANGUAGE_IDS = List.of(0, 0x57);

  private static final int LANGUAGE_ID_AT = 29;

  /** What the bytes of a text allow. */
  enum Kind {
    ASCII,
    UTF_8,
    OTHER
  }

  /**
   * @throws UserException when it is not null and names no encoding
   */
  static void check(String encoding) {
    if (encoding != null && find(encoding).isEmpty()) {
      throw new UserException(
          "There is no encoding "
              + encoding
              + "; name one like --encoding UTF-8, ISO-8859-1 or windows-1252.");
    }
  }

  /** The encoding that a person, or a {@code .cpg} file, means by a name or number. */
  static Optional<Charset> find(String name) {
    String tidy = name.strip().toUpperCase(Locale.ROOT).replaceFirst("^(ANSI|OEM|CP)[ _-]?", "");
    String known =
        switch (tidy) {
          case "65001", "UTF8" -> "UTF-8";
          case "88591", "8859_1", "8859-1", "ISO 8859-1", "28591" -> "ISO-8859-1";
          default -> tidy.matches("125\\d") ? "windows-" + tidy : tidy;
        };
    known = known.matches("(437|85\\d|86\\d)") ? "IBM" + known : known;
    try {
      return Charset.isSupported(known) ? Optional.of(Charset.forName(known)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** That of a Shapefile's table: as told, by its {@code .cpg}, by its header, or by its bytes. */
  static TextEncoding ofShapefile(Path shp, String name, String told, List<String> remarks)
      throws IOException {
    if (told != null) {
      return new TextEncoding(find(told).orElseThrow().name());
    }
    Path cpg = Shapefile.sibling(shp, "cpg");
    String named = Files.exists(cpg) ? firstLine(cpg) : "";
    Optional<Charset> known = named.isBlank() ? Optional.empty() : find(named);
    if (known.isPresent()) {
      return new TextEncoding(known.get().name());
    }
    if (!named.isBlank()) {
      remarks.add(name + ": its .cpg names no encoding and was left aside.");
    }
    Path dbf = Shapefile.sibling(shp, "dbf");
    try (InputStream in = new BufferedInputStream(Files.newInputStream(dbf))) {
      byte[] header = in.readNBytes(32);
      if (!MEANINGLESS_LANGUAGE_IDS.contains((int) header[LANGUAGE_ID_AT])) {
        return new TextEncoding(null);
      }
      return new TextEncoding(of(kind(in), name, remarks).name());
    }
  }

  /** What to take text for that does not say, with a remark where that is a guess. */
  static Charset of(Kind kind, String name, List<String> remarks) {
    if (kind == Kind.OTHER) {
      remarks.add(
          name
              + ": the encoding of its text is not known; it was read as ISO-8859-1, say another"
              + " with --encoding.");
      return StandardCharsets.ISO_8859_1;
    }
    return StandardCharsets.UTF_8;
  }

  static Kind kind(InputStream in) throws IOException {
    boolean ascii = true;
    int following = 0;
    byte[] buffer = new byte[1 << 16];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      for (int i = 0; i < n; i++) {
        int b = buffer[i] & 0xff;
        if (following > 0 && (b & 0xc0) == 0x80) {
          following--;
        } else if (following > 0 || (b & 0xc0) == 0x80 || b >= 0xf5) {
          return Kind.OTHER;
        } else if (b >= 0x80) {
          ascii = false;
          following = b >= 0xf0 ? 3 : b >= 0xe0 ? 2 : 1;
        }
      }
    }
    return following > 0 ? Kind.OTHER : ascii ? Kind.ASCII : Kind.UTF_8;
  }

  private static String firstLine(Path cpg) throws IOException {
    try (InputStream in = Files.newInputStream(cpg)) {
      String start = new String(in.readNBytes(200), StandardCharsets.ISO_8859_1);
      return start.replace("\u00ef\u00bb\u00bf", "").strip().split("[\\r\\n\\u0000]", 2)[0];
    }
  }
}
