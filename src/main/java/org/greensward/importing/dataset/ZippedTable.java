package org.greensward.importing.dataset;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.greensward.layer.importing.ProductSchema;
import org.greensward.layer.importing.ReadOptions;

/** Finds the files of a product's table among those of an archive. */
final class ZippedTable {
  /** The byte order mark of UTF-8, read as ISO 8859-1. */
  private static final String MARK = "^\u00ef\u00bb\u00bf";

  private static final int LONGEST_LINE = 1 << 16;

  private final ZipFile zip;
  private final ReadOptions options;

  ZippedTable(ZipFile zip, ReadOptions options) {
    this.zip = zip;
    this.options = options;
  }

  /**
   * The files to read as one table, by name: all parts of a table without headers, or the whole of
   * one with. Empty when the archive holds none that is known, or a file of it is asked for by
   * name.
   */
  List<ZipEntry> parts(List<? extends ZipEntry> entries) throws IOException {
    if (options.tables().isEmpty() || options.layer() != null) {
      return List.of();
    }
    Map<ProductSchema, List<ZipEntry>> found = new HashMap<>();
    for (ZipEntry entry : entries) {
      Optional<ProductSchema> table =
          ImportFormat.findByName(entry.getName()).filter(ImportFormat.CSV::equals).isPresent()
              ? ProductSchema.find(options.tables(), firstLine(entry))
              : Optional.empty();
      table.ifPresent(t -> found.computeIfAbsent(t, k -> new ArrayList<>()).add(entry));
    }
    Optional<ProductSchema> first =
        options.tables().stream().filter(found::containsKey).findFirst();
    if (first.isEmpty()) {
      return List.of();
    }
    List<ZipEntry> parts = found.get(first.get());
    return first.get().hasHeader()
        ? parts.stream().max(Comparator.comparingLong(ZipEntry::getSize)).stream().toList()
        : parts.stream().sorted(Comparator.comparing(ZipEntry::getName)).toList();
  }

  private String firstLine(ZipEntry entry) throws IOException {
    char[] start = new char[LONGEST_LINE];
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(zip.getInputStream(entry), StandardCharsets.ISO_8859_1))) {
      int n = in.read(start);
      return n <= 0
          ? ""
          : new String(start, 0, n).replaceFirst(MARK, "").lines().findFirst().orElse("");
    }
  }
}
