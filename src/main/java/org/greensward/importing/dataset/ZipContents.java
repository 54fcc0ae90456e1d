package org.greensward.importing.dataset;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.greensward.error.UserException;
import org.greensward.importing.gdal.WorkFolder;
import org.greensward.layer.importing.ReadOptions;

/**
 * The one dataset in a zip archive, in whatever folder of it. It is unpacked here and not read in
 * place by GDAL, so that its sum is checked, its size is bounded by what really comes out, and its
 * parts can be checked as those of a plain file; a GeoPackage is also many times faster so.
 */
final class ZipContents {
  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final Path file;
  private final String name;
  private final ReadLimits limits;

  ZipContents(Path file, ReadLimits limits) {
    this.file = file;
    this.name = file.getFileName().toString();
    this.limits = limits;
  }

  /**
   * Unpacks the dataset and what belongs to it.
   *
   * @param options the name of the dataset to take where there are several; and tables whose parts
   *     are put together
   * @return the dataset's main file
   * @throws UserException when the archive is damaged, too large, or does not hold exactly one
   */
  Path unpack(ReadOptions options, WorkFolder folder) throws IOException {
    if (Files.size(file) == 0) {
      throw new UserException(name + " is empty; export or copy it again.");
    }
    try (ZipFile zip = new ZipFile(file.toFile(), Charset.forName("IBM437"))) {
      List<? extends ZipEntry> entries =
          zip.stream().filter(e -> !e.isDirectory() && !isHidden(e)).toList();
      List<ZipEntry> table = new ZippedTable(zip, options).parts(entries);
      if (table.size() > 1) {
        return join(zip, table, folder);
      }
      ZipEntry main = table.isEmpty() ? choose(entries, options.layer()) : table.get(0);
      ImportFormat format = ImportFormat.findByName(fileName(main)).orElseThrow();
      List<ZipEntry> parts = new ArrayList<>(List.of(main));
      for (ZipEntry entry : entries) {
        if (format.sidecars().contains(ImportFormat.ending(entry.getName()))
            && ImportFormat.base(entry.getName()).equals(ImportFormat.base(main.getName()))) {
          parts.add(entry);
        }
      }
      return unpack(zip, parts, folder);
    } catch (ZipException e) {
      throw notRead(e);
    }
  }

  private ZipEntry choose(List<? extends ZipEntry> entries, String wanted) {
    List<? extends ZipEntry> found =
        entries.stream().filter(e -> ImportFormat.findByName(fileName(e)).isPresent()).toList();
    if (found.isEmpty()) {
      boolean table =
          entries.stream().anyMatch(e -> ImportFormat.ending(e.getName()).equals("dbf"));
      throw new UserException(
          table
              ? name
                  + " holds a table (.dbf) but not the Shapefile (.shp) it belongs to; zip .shp,"
                  + " .dbf, .shx and .prj together."
              : name + " holds no file of a format that is read; zip a Shapefile or GeoPackage.");
    }
    if (found.size() == 1) {
      return found.get(0);
    }
    List<? extends ZipEntry> named = found.stream().filter(e -> isNamed(e, wanted)).toList();
    if (named.size() == 1) {
      return named.get(0);
    }
    throw new UserException(
        found.stream()
            .map(e -> ImportFormat.base(fileName(e)))
            .collect(
                Collectors.joining(
                    ", ",
                    name + " holds several datasets; say which with --layer, one of: ",
                    ".")));
  }

  private static boolean isNamed(ZipEntry entry, String wanted) {
    return fileName(entry).equalsIgnoreCase(wanted)
        || ImportFormat.base(fileName(entry)).equalsIgnoreCase(wanted);
  }

  private Path unpack(ZipFile zip, List<ZipEntry> parts, WorkFolder folder) throws IOException {
    Path main = null;
    long left = limits.unzippedBytes();
    for (ZipEntry part : parts) {
      String base = DatasetOpener.safe(ImportFormat.base(fileName(part)));
      Path target = folder.resolve(base + "." + ImportFormat.ending(part.getName()));
      if (!Files.exists(target)) {
        left -= unpack(zip, part, target, left);
        WorkFolder.makeReadable(target);
      }
      main = main == null ? target : main;
    }
    return main;
  }

  /** Puts the parts of a table without headers together, in one file of the archive's name. */
  private Path join(ZipFile zip, List<ZipEntry> parts, WorkFolder folder) throws IOException {
    Path whole = folder.resolve(DatasetOpener.safe(ImportFormat.base(name)) + ".csv");
    Path part = folder.resolve("part");
    long left = limits.unzippedBytes();
    try (OutputStream out = Files.newOutputStream(whole)) {
      for (ZipEntry entry : parts) {
        left -= unpack(zip, entry, part, left);
        copyWithoutMark(part, out);
        out.write('\n');
        Files.delete(part);
      }
    }
    WorkFolder.makeReadable(whole);
    return whole;
  }

  /** A byte order mark is one at the beginning of a file only. */
  private static void copyWithoutMark(Path part, OutputStream out) throws IOException {
    try (InputStream in = Files.newInputStream(part)) {
      byte[] start = in.readNBytes(MARK.length);
      if (!Arrays.equals(start, MARK)) {
        out.write(start);
      }
      in.transferTo(out);
    }
  }

  private long unpack(ZipFile zip, ZipEntry part, Path target, long most) throws IOException {
    CRC32 sum = new CRC32();
    long size = 0;
    try (InputStream in = new CheckedInputStream(zip.getInputStream(part), sum);
        OutputStream out = Files.newOutputStream(target)) {
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        size += n;
        if (size > most) {
          throw new UserException(
              name
                  + " unpacks to more than "
                  + (limits.unzippedBytes() >> 20)
                  + " MB; unpack it yourself and give the file, or cut it to your area.");
        }
        out.write(buffer, 0, n);
      }
    } catch (EOFException e) {
      throw damaged(e);
    }
    if (sum.getValue() != part.getCrc()) {
      throw damaged(null);
    }
    return size;
  }

  private UserException notRead(ZipException e) {
    String reason = String.valueOf(e.getMessage());
    if (reason.contains("encrypted")) {
      return new UserException(name + " is locked by a password; zip the files without one.", e);
    }
    if (reason.contains("compression method")) {
      return new UserException(
          name + " is packed in a way that is not read; zip the files anew the usual way.", e);
    }
    return damaged(e);
  }

  private UserException damaged(Exception cause) {
    return new UserException(
        name
            + " is not a whole zip archive: it is cut short or damaged; copy or download it again.",
        cause);
  }

  private static String fileName(ZipEntry entry) {
    String path = entry.getName().replace('\\', '/');
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static boolean isHidden(ZipEntry entry) {
    return fileName(entry).startsWith(".") || entry.getName().startsWith("__MACOSX/");
  }
}
