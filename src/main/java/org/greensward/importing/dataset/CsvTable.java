package org.greensward.importing.dataset;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnmappableCharacterException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.greensward.error.UserException;
import org.greensward.importing.gdal.WorkFolder;
import org.greensward.layer.importing.ProductSchema;
import org.greensward.layer.importing.ReadOptions;

/**
 * Reads a table of separated values (RFC 4180; comma, semicolon or tab) strictly and writes it anew
 * as GDAL takes it without guessing: UTF-8, commas, everything quoted, a line for each row. A line
 * without any value stays as a row without any, so that rows keep their numbers.
 */
final class CsvTable {
  private static final int MOST_LISTED = 20;

  private final String name;
  private final char separator;
  private final BufferedReader in;
  private int pushedBack = -2;
  private long line = 1;

  private CsvTable(String name, char separator, BufferedReader in) {
    this.name = name;
    this.separator = separator;
    this.in = in;
  }

  /**
   * @param options the encoding, if it is told; tables that have no header, which they get here
   * @return how many rows the table has below its header
   * @throws UserException when rows do not have the header's columns, each listed with its number
   *     below the header; when a quote is not closed; when there are no rows
   */
  static long check(Path file, String name, ReadOptions options, Path target, List<String> remarks)
      throws IOException {
    Charset charset = charset(file, name, options.encoding(), remarks);
    char separator;
    List<String> header;
    try (BufferedReader in = reader(file, charset)) {
      String first = in.readLine();
      separator = separator(first);
      header = headerOfProduct(options, first, name, remarks);
    } catch (MalformedInputException | UnmappableCharacterException e) {
      throw notIn(charset, name);
    }
    try (BufferedReader in = reader(file, charset);
        Writer out = Files.newBufferedWriter(target)) {
      return new CsvTable(name, separator, in).copy(out, header);
    } catch (MalformedInputException | UnmappableCharacterException e) {
      throw notIn(charset, name);
    } finally {
      if (Files.exists(target)) {
        WorkFolder.makeReadable(target);
      }
    }
  }

  /** The columns of a product whose files do not name them; null for any other file. */
  private static List<String> headerOfProduct(
      ReadOptions options, String firstLine, String name, List<String> remarks) {
    ProductSchema table = ProductSchema.find(options.tables(), firstLine).orElse(null);
    if (table == null || table.hasHeader()) {
      return null;
    }
    remarks.add("%s has no header; its columns are those of %s.".formatted(name, table.title()));
    return new ArrayList<>(table.columns());
  }

  private long copy(Writer out, List<String> known) throws IOException {
    List<String> header = known != null ? known : readRow();
    if (header == null || header.stream().allMatch(String::isBlank)) {
      throw new UserException(name + " holds no rows and no header; export it again.");
    }
    checkHeader(header);
    write(out, header);
    List<String> faults = new ArrayList<>();
    long rows = 0;
    long ragged = 0;
    boolean any = false;
    for (List<String> row = readRow(); row != null; row = readRow()) {
      rows++;
      boolean blank = row.stream().allMatch(String::isBlank);
      any |= !blank;
      List<String> whole = blank ? Collections.nCopies(header.size(), "") : row;
      if (whole.size() != header.size() && ragged++ < MOST_LISTED) {
        faults.add("row " + rows + " has " + whole.size() + " columns");
      }
      write(out, whole);
    }
    if (!any) {
      throw new UserException(name + " holds no rows below its header; export it again.");
    }
    if (ragged > 0) {
      throw new UserException(
          name
              + ": its header has "
              + header.size()
              + " columns, but "
              + faults.get(0)
              + (ragged > 1 ? " and " + (ragged - 1) + " more differ too" : "")
              + "; put values that hold a separator into double quotes.",
          faults);
    }
    return rows;
  }

  private void checkHeader(List<String> header) {
    if (header.size() < 2) {
      throw new UserException(
          name + " has one column only; separate columns by commas, semicolons or tabs.");
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < header.size(); i++) {
      String column = header.get(i).replaceAll("\\s+", " ").strip();
      header.set(i, column);
      if (column.isEmpty()) {
        throw new UserException(
            name + ": column " + (i + 1) + " has no name in the header; give it one.");
      }
      if (!seen.add(column.toLowerCase(Locale.ROOT))) {
        throw new UserException(name + ": its header has two columns " + column + "; rename one.");
      }
    }
  }

  /** The next row's values; null at the end. */
  private List<String> readRow() throws IOException {
    int c = next();
    if (c < 0) {
      return null;
    }
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    while (true) {
      if (c == '"' && value.isEmpty()) {
        readQuoted(value);
        c = next();
        while (c >= 0 && c != separator && c != '\n') {
          value.append((char) c);
          c = next();
        }
      } else if (c < 0 || c == '\n' || c == separator) {
        values.add(value.toString());
        value.setLength(0);
        if (c != separator) {
          return values;
        }
        c = next();
      } else {
        value.append((char) c);
        c = next();
      }
    }
  }

  private void readQuoted(StringBuilder value) throws IOException {
    long opened = line;
    while (true) {
      int c = next();
      if (c < 0) {
        throw new UserException(
            name + ": a double quote opened in line " + opened + " is never closed; close it.");
      }
      if (c != '"') {
        value.append((char) c);
      } else {
        int after = next();
        if (after != '"') {
          pushedBack = after;
          return;
        }
        value.append('"');
      }
    }
  }

  /** The next character, each kind of line end as {@code \n}; -1 at the end. */
  private int next() throws IOException {
    if (pushedBack != -2) {
      int c = pushedBack;
      pushedBack = -2;
      return c;
    }
    int c = in.read();
    if (c == '\r') {
      in.mark(1);
      if (in.read() != '\n') {
        in.reset();
      }
      c = '\n';
    }
    if (c == '\n') {
      line++;
    }
    return c;
  }

  private static void write(Writer out, List<String> values) throws IOException {
    for (int i = 0; i < values.size(); i++) {
      out.write(i == 0 ? "\"" : ",\"");
      out.write(values.get(i).replace("\"", "\"\"").replace("\u0000", ""));
      out.write('"');
    }
    out.write('\n');
  }

  private static char separator(String header) {
    char best = ',';
    long most = 0;
    for (char candidate : new char[] {',', ';', '\t'}) {
      String unquoted = header == null ? "" : header.replaceAll("\"[^\"]*\"", "");
      long count = unquoted.chars().filter(c -> c == candidate).count();
      if (count > most) {
        most = count;
        best = candidate;
      }
    }
    return best;
  }

  private static Charset charset(Path file, String name, String told, List<String> remarks)
      throws IOException {
    if (told != null) {
      return TextEncoding.find(told).orElseThrow();
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      in.mark(2);
      byte[] start = in.readNBytes(2);
      in.reset();
      if (start.length == 2 && (start[0] & 0xff) + (start[1] & 0xff) == 0xff + 0xfe) {
        return StandardCharsets.UTF_16;
      }
      return TextEncoding.of(TextEncoding.kind(in), name, remarks);
    }
  }

  private static BufferedReader reader(Path file, Charset charset) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Files.newInputStream(file),
                charset
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    in.mark(1);
    if (in.read() != '\ufeff') {
      in.reset();
    }
    return in;
  }

  private static UserException notIn(Charset charset, String name) {
    return new UserException(
        name + ": its text is not valid " + charset + "; say the right one with --encoding.");
  }
}
