package org.greensward.demonstration;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.greensward.demonstration.Ogr.Column;

/** Writes the parishes as a zipped Shapefile, as boundaries are usually handed over. */
final class ParishFile {

  private static final LocalDateTime TIME = LocalDateTime.parse("2018-10-01T00:00:00");

  private static final String README =
      """
      Parishes: schematic boundaries, made for demonstration.

      Names and codes are real (Office for National Statistics, Open Government Licence v3.0).
      The boundaries are not: a program drew them around the settlements, with roughly the right
      areas, copied from no map. Do not use them to find out where a parish ends.

      PAR18CD code, PAR18NM name, BASIS always "schematic". EPSG:27700, metres.
      """;

  private ParishFile() {}

  static void write(ParishMap map, Path target, Path scratch) throws IOException {
    List<List<String>> rows =
        map.parishes().stream()
            .map(
                p ->
                    List.of(
                        p.fact().code(), p.fact().name(), "schematic", WktWriter.of(p.polygon())))
            .toList();
    List<Column> columns =
        List.of(
            new Column("PAR18CD", "String(9)"),
            new Column("PAR18NM", "String(60)"),
            new Column("BASIS", "String(12)"));
    Path shape = scratch.resolve("shape");
    Files.createDirectories(shape);
    new Ogr(scratch)
        .write(
            shape.resolve("parishes.shp"),
            "ESRI Shapefile",
            "parishes",
            "POLYGON",
            columns,
            rows,
            "-lco",
            "ENCODING=UTF-8",
            "-lco",
            "DBF_DATE_LAST_UPDATE=2018-10-01");
    try (OutputStream out = Files.newOutputStream(target);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String ending : List.of("shp", "shx", "dbf", "prj", "cpg")) {
        put(zip, "parishes." + ending, Files.readAllBytes(shape.resolve("parishes." + ending)));
      }
      put(zip, "README.txt", README.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }
}
