package org.greensward.importing.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.greensward.error.UserException;
import org.greensward.importing.gdal.WorkFolder;

/**
 * What a Shapefile's own headers promise, checked against its files, since GDAL reads one that is
 * cut short without a word. Layout: ESRI Shapefile Technical Description (1998); dBASE III.
 *
 * @param rows shapes whose row in the table is not marked as deleted
 * @param nullShapes those of them that are stored as having no geometry
 */
public record Shapefile(long rows, long nullShapes) {
  private static final int MAGIC = 9994;
  private static final int HEADER = 100;
  private static final int INDEX_RECORD = 8;

  /**
   * Checks the parts of a Shapefile with each other. A missing or broken index ({@code .shx}) is
   * written anew beside it from the shapes themselves.
   *
   * @param shp with its parts beside it, their endings in lower case
   */
  static Shapefile check(Path shp, String name, List<String> remarks) throws IOException {
    Path dbf = sibling(shp, "dbf");
    if (!Files.exists(dbf)) {
      throw new UserException(
          name + " has no table (.dbf) beside it; give .shp, .dbf, .shx and .prj together.");
    }
    try (ByteWindow shapes = new ByteWindow(shp);
        ByteWindow table = new ByteWindow(dbf)) {
      checkHeader(shapes, name);
      long[] offsets = offsets(shp, shapes, name, remarks);
      checkTable(table, offsets.length, name);
      return count(shapes, offsets, table);
    }
  }

  private static void checkHeader(ByteWindow shapes, String name) throws IOException {
    if (shapes.size() < HEADER || shapes.bigInt(0) != MAGIC) {
      throw new UserException(
          name + " is not a Shapefile, whatever its name says; export it again as one.");
    }
    long promised = 2L * shapes.bigInt(24);
    if (promised > shapes.size()) {
      throw cutShort(name, promised + " bytes", shapes.size() + "");
    }
  }

  private static long[] offsets(Path shp, ByteWindow shapes, String name, List<String> remarks)
      throws IOException {
    Path shx = sibling(shp, "shx");
    if (Files.exists(shx)) {
      try (ByteWindow index = new ByteWindow(shx)) {
        if (index.size() >= HEADER
            && index.bigInt(0) == MAGIC
            && 2L * index.bigInt(24) <= index.size()) {
          return readIndex(index, shapes, name);
        }
      }
      remarks.add(name + ": its index (.shx) is damaged; it was made anew from the shapes.");
    } else {
      remarks.add(name + ": it has no index (.shx); one was made from the shapes.");
    }
    return writeIndex(shx, shapes, name);
  }

  private static long[] readIndex(ByteWindow index, ByteWindow shapes, String name)
      throws IOException {
    long[] offsets = new long[(2 * index.bigInt(24) - HEADER) / INDEX_RECORD];
    for (int i = 0; i < offsets.length; i++) {
      long at = HEADER + (long) INDEX_RECORD * i;
      offsets[i] = 2L * Integer.toUnsignedLong(index.bigInt(at));
      long end = offsets[i] + INDEX_RECORD + 2L * index.bigInt(at + 4);
      if (end > shapes.size() || offsets[i] < HEADER) {
        throw cutShort(name, offsets.length + " shapes", i + "");
      }
    }
    return offsets;
  }

  private static long[] writeIndex(Path shx, ByteWindow shapes, String name) throws IOException {
    List<Long> found = new ArrayList<>();
    long end = 2L * shapes.bigInt(24);
    for (long at = HEADER; at + INDEX_RECORD <= end; ) {
      long next = at + INDEX_RECORD + 2L * shapes.bigInt(at + 4);
      if (next > end || next <= at) {
        throw cutShort(name, "more shapes", found.size() + "");
      }
      found.add(at);
      at = next;
    }
    ByteBuffer index = ByteBuffer.allocate(HEADER + INDEX_RECORD * found.size());
    index.put(shapes.bytes(0, HEADER)).putInt(24, index.capacity() / 2);
    for (long at : found) {
      index.putInt((int) (at / 2)).putInt(shapes.bigInt(at + 4));
    }
    Files.deleteIfExists(shx);
    try (OutputStream out = Files.newOutputStream(shx)) {
      out.write(index.array());
    }
    WorkFolder.makeReadable(shx);
    return found.stream().mapToLong(Long::longValue).toArray();
  }

  private static void checkTable(ByteWindow table, int shapes, String name) throws IOException {
    if (table.size() < 32 || headerLength(table) < 33 || rowLength(table) < 1) {
      throw new UserException(name + ": its table (.dbf) is not one; export the Shapefile again.");
    }
    long promised = table.littleInt(4);
    long held = Math.max(0, (table.size() - headerLength(table)) / rowLength(table));
    if (held < promised) {
      throw new UserException(
          name
              + ": its table (.dbf) is cut short, its header says "
              + promised
              + " rows but it holds "
              + held
              + "; copy or export it again.");
    }
    if (promised != shapes) {
      throw new UserException(
          name
              + " holds "
              + shapes
              + " shapes but its table (.dbf) "
              + promised
              + " rows, so that they do not belong together; export it again.");
    }
  }

  private static Shapefile count(ByteWindow shapes, long[] offsets, ByteWindow table)
      throws IOException {
    int header = headerLength(table);
    long rowLength = rowLength(table);
    long rows = 0;
    long nulls = 0;
    for (int i = 0; i < offsets.length; i++) {
      if (table.at(header + rowLength * i) != '*') {
        rows++;
        nulls += shapes.littleInt(offsets[i] + INDEX_RECORD) == 0 ? 1 : 0;
      }
    }
    return new Shapefile(rows, nulls);
  }

  public static Path sibling(Path shp, String ending) {
    return shp.resolveSibling(ImportFormat.base(shp.getFileName().toString()) + "." + ending);
  }

  static int headerLength(ByteWindow table) throws IOException {
    return table.littleInt(8) & 0xffff;
  }

  private static int rowLength(ByteWindow table) throws IOException {
    return table.littleInt(8) >>> 16;
  }

  private static UserException cutShort(String name, String promised, String held) {
    return new UserException(
        name
            + " is cut short: its header says "
            + promised
            + ", it holds "
            + held
            + "; copy or export it again.");
  }
}
