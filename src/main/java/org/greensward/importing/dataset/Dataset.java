package org.greensward.importing.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.greensward.importing.gdal.GdalOperation;
import org.greensward.importing.gdal.WorkFolder;

/**
 * A file ready for GDAL: linked, copied or unpacked into a folder of its own with what belongs to
 * it, and checked as far as that goes without GDAL. The folder goes when this is closed.
 *
 * @param name as sentences call it
 * @param path in the folder
 * @param encoding of its text; null where the format says it or GDAL knows
 * @param rows how many the file's own header counts; -1 where it does not
 * @param nullGeometries how many rows have none by the file's own account; -1 where it is unknown
 * @param remarks for the report
 */
public record Dataset(
    String name,
    ImportFormat format,
    Path path,
    String encoding,
    long rows,
    long nullGeometries,
    List<String> remarks,
    WorkFolder folder)
    implements AutoCloseable {

  public GdalOperation errand() {
    return GdalOperation.reading(name);
  }

  /** The drivers that GDAL may have for it: its format's, and the one that hands the rows to us. */
  public List<String> drivers() {
    List<String> drivers = new ArrayList<>(format.drivers());
    drivers.add("PGDUMP");
    return drivers;
  }

  /** The options of GDAL's programs that open it, the path not among them. */
  public List<String> openOptions() {
    List<String> options = new ArrayList<>();
    if (format == ImportFormat.CSV) {
      options.addAll(List.of("-oo", "EMPTY_STRING_AS_NULL=YES", "-oo", "HEADERS=YES"));
    } else if (format == ImportFormat.GML) {
      options.addAll(List.of("-oo", "DOWNLOAD_SCHEMA=NO"));
    } else if (encoding != null) {
      options.addAll(List.of("-oo", "ENCODING=" + encoding));
    }
    return options;
  }

  /**
   * The options that take only rows for which a condition is true. It goes by a file: a word of a
   * command would be in the encoding of this machine's locale.
   */
  public List<String> whereOptions(String condition) {
    Path file = folder.resolve("condition");
    try {
      Files.writeString(file, condition);
      WorkFolder.makeReadable(file);
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary file can be written", e);
    }
    return List.of("-where", "@" + file);
  }

  @Override
  public void close() {
    folder.close();
  }
}
