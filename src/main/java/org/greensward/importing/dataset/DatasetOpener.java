package org.greensward.importing.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.greensward.error.UserException;
import org.greensward.importing.gdal.WorkFolder;
import org.greensward.layer.importing.ReadOptions;

/** Gets a file and what belongs to it ready for GDAL, and refuses what can be seen without it. */
public final class DatasetOpener {
  private static final String READ_FORMATS =
      ".zip, .shp, .gpkg, .geojson, .tab, .mif, .gml, .kml, .fgb, .csv, .xlsx or .ods";

  private final ReadLimits limits;
  private final boolean forNobody;

  /**
   * @param forNobody whether GDAL will run as a user who may read less than we
   */
  public DatasetOpener(ReadLimits limits, boolean forNobody) {
    this.limits = limits;
    this.forNobody = forNobody;
  }

  public Dataset open(Path file, ReadOptions options) {
    checkIsFile(file);
    TextEncoding.check(options.encoding());
    WorkFolder folder = WorkFolder.make(forNobody);
    try {
      return open(file, options, folder);
    } catch (AccessDeniedException e) {
      folder.close();
      throw new UserException(file + " may not be read by this user; give it read permission.", e);
    } catch (IOException e) {
      folder.close();
      throw new UserException(file + " cannot be read (" + e.getMessage() + "); copy it anew.", e);
    } catch (RuntimeException | Error e) {
      folder.close();
      throw e;
    }
  }

  private Dataset open(Path file, ReadOptions options, WorkFolder folder) throws IOException {
    String name = file.getFileName().toString();
    Path main;
    if (ImportFormat.ending(name).equals("zip")) {
      main = new ZipContents(file, limits).unpack(options, folder);
      name += "/" + main.getFileName();
    } else {
      main = bring(file, name, folder);
    }
    return check(main, name, options, folder);
  }

  private Path bring(Path file, String name, WorkFolder folder) throws IOException {
    ImportFormat format = ImportFormat.findByName(name).orElseThrow(() -> unknown(name));
    Map<String, Path> beside = new TreeMap<>();
    beside.put(ImportFormat.ending(name), file);
    Path parent = file.toAbsolutePath().getParent();
    if (!format.sidecars().isEmpty()) {
      try (var siblings = Files.list(parent)) {
        siblings
            .filter(
                s -> ImportFormat.base(s.getFileName().toString()).equals(ImportFormat.base(name)))
            .filter(
                s -> format.sidecars().contains(ImportFormat.ending(s.getFileName().toString())))
            .filter(Files::isRegularFile)
            .forEach(s -> beside.putIfAbsent(ImportFormat.ending(s.getFileName().toString()), s));
      }
    }
    checkNotBeingWritten(file, format);
    for (Map.Entry<String, Path> entry : beside.entrySet()) {
      folder.bring(entry.getValue(), safe(ImportFormat.base(name)) + "." + entry.getKey());
    }
    return folder.resolve(safe(ImportFormat.base(name)) + "." + ImportFormat.ending(name));
  }

  private static Dataset check(Path main, String name, ReadOptions options, WorkFolder folder)
      throws IOException {
    ImportFormat format = ImportFormat.findByName(main.getFileName().toString()).orElseThrow();
    if (Files.size(main) == 0) {
      throw new UserException(name + " is empty; export or copy it again.");
    }
    List<String> remarks = new ArrayList<>();
    if (format == ImportFormat.SHAPEFILE) {
      Shapefile shapefile = Shapefile.check(main, name, remarks);
      String encoding =
          TextEncoding.ofShapefile(main, name, options.encoding(), remarks).gdalName();
      return new Dataset(
          name,
          format,
          main,
          encoding,
          shapefile.rows(),
          shapefile.nullShapes(),
          List.copyOf(remarks),
          folder);
    }
    if (format == ImportFormat.CSV) {
      Path checked = folder.resolve("checked");
      long rows = CsvTable.check(main, name, options, checked, remarks);
      Path table = Shapefile.sibling(main, "csv");
      Files.move(checked, table, StandardCopyOption.REPLACE_EXISTING);
      return new Dataset(name, format, table, null, rows, rows, List.copyOf(remarks), folder);
    }
    long rows = format == ImportFormat.MAPINFO_MIF ? linesOfTable(main) : -1;
    return new Dataset(name, format, main, null, rows, -1, List.of(), folder);
  }

  /** The rows that a MapInfo exchange file's table has, since its shapes are not counted. */
  private static long linesOfTable(Path mif) throws IOException {
    Path mid = Shapefile.sibling(mif, "mid");
    if (!Files.exists(mid)) {
      return -1;
    }
    try (var lines = Files.lines(mid, StandardCharsets.ISO_8859_1)) {
      return lines.filter(l -> !l.isBlank()).count();
    }
  }

  /**
   * A name that no program takes for an option or for several lines, and that can be handed to one
   * whatever this machine's locale is.
   */
  static String safe(String base) {
    return base.replaceAll("[^ -~]|[/\\\\]", "_").replaceFirst("^-", "_");
  }

  private static void checkIsFile(Path file) {
    if (!Files.exists(file)) {
      throw new UserException("There is no file " + file + "; check the path.");
    }
    if (Files.isDirectory(file)) {
      throw new UserException(file + " is a folder; give one file in it, or a zip of it.");
    }
    if (!Files.isRegularFile(file)) {
      throw new UserException(file + " is not an ordinary file; copy it to one first.");
    }
    if (!Files.isReadable(file)) {
      throw new UserException(file + " may not be read by this user; give it read permission.");
    }
  }

  private static void checkNotBeingWritten(Path file, ImportFormat format) throws IOException {
    Path log = file.resolveSibling(file.getFileName() + "-wal");
    if (format == ImportFormat.GEOPACKAGE && Files.exists(log) && Files.size(log) > 0) {
      throw new UserException(
          file.getFileName()
              + " is open in another program, which has not yet written all changes into it;"
              + " close it there and try again.");
    }
  }

  private static UserException unknown(String name) {
    String ending = ImportFormat.ending(name);
    if (List.of("dbf", "shx", "prj", "cpg", "sbn").contains(ending)) {
      return new UserException(
          name
              + " is only a part of a Shapefile; give the .shp with the others beside it, or a zip"
              + " of all.");
    }
    return new UserException(
        name + " is of a format that is not read; give a file that ends in " + READ_FORMATS + ".");
  }
}
