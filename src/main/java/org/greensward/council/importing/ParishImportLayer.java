package org.greensward.council.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.greensward.authority.StoreKind;
import org.greensward.coverage.CoverageCell;
import org.greensward.coverage.RepairedCoverage;
import org.greensward.coverage.repair.CoverageRepair;
import org.greensward.error.UserException;
import org.greensward.layer.importing.ImportColumn;
import org.greensward.layer.importing.ImportLayer;
import org.greensward.layer.importing.ImportRow;
import org.greensward.layer.importing.ImportRun;
import org.greensward.layer.importing.RowFaults;
import org.greensward.layer.importing.TableMerge;
import org.greensward.layer.importing.TargetTable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/**
 * The boundaries of parishes and unparished areas, made a valid coverage on the way in. The file
 * has all of them: a code that it leaves out ends, and is kept in the history.
 */
public final class ParishImportLayer implements ImportLayer {
  private static final Pattern CODE = Pattern.compile("[A-Z][0-9]{8}");
  private static final Pattern PRODUCT_ENDING = Pattern.compile("\\s+CP(\\s+\\(DET\\))?$");
  private static final List<String> BASES = List.of("documented", "schematic");

  @Override
  public String name() {
    return "parishes";
  }

  @Override
  public List<ImportColumn> columns() {
    return List.of(
        ImportColumn.required(
            "code", "PAR\\d\\dCD", "PARNCP\\d\\dCD", "CENSUS_CODE", "GSS_CODE", "PARISH_CODE"),
        ImportColumn.optional("name", "PAR\\d\\dNM", "PARNCP\\d\\dNM", "PARISH_NAME"),
        ImportColumn.optional("basis"));
  }

  @Override
  public boolean needsGeometry() {
    return true;
  }

  @Override
  public void apply(ImportRun run) {
    run.step("Checking");
    Map<String, Parish> parishes = byCode(run, read(run));
    refuseStrangers(run, parishes);
    RepairedCoverage repaired = repair(run, parishes);
    Map<String, String> names = new LinkedHashMap<>();
    parishes.forEach((code, parish) -> names.put(code, parish.name()));
    new CoverageReport(names).report(repaired.faults(), run.report());
    write(run, parishes, repaired);
    run.step("Merging");
    ParishReport.reportMissing(run);
    TableMerge merge =
        run.editionMerge(
            "parish",
            "next_parish",
            "t.code = n.code",
            List.of("code", "name", "basis", "geom"),
            "upper_inf(t.valid)");
    run.report().counts("parishes", merge.all());
  }

  private static RepairedCoverage repair(ImportRun run, Map<String, Parish> parishes) {
    List<CoverageCell> cells = new ArrayList<>();
    for (Parish parish : parishes.values()) {
      parish.shapes().forEach(shape -> cells.add(new CoverageCell(parish.code(), shape)));
    }
    return CoverageRepair.repair(
        cells,
        CoverageRepair.DEFAULT_GAP_WIDTH_M,
        (step, done, total) -> run.progress().at(capitalised(step), done, total));
  }

  private static void write(
      ImportRun run, Map<String, Parish> parishes, RepairedCoverage repaired) {
    TargetTable next =
        new TargetTable("next_parish")
            .column("code", "text")
            .column("name", "text")
            .column("basis", "text")
            .column("geom", "geometry(MultiPolygon, 27700)");
    WKBWriter wkb = new WKBWriter();
    for (CoverageCell cell : repaired.cells()) {
      if (!cell.geometry().isEmpty()) {
        Parish parish = parishes.get(cell.code());
        next.add(cell.code(), parish.name(), parish.basis(), wkb.write(cell.geometry()));
      }
    }
    next.write(run.template());
  }

  /** Features under their codes: exact duplicates once, the parts of one parish together. */
  private static Map<String, Parish> byCode(ImportRun run, List<Feature> features) {
    boolean named = run.columns().has("name");
    if (!named) {
      run.report().remark("The file has no column for names; codes stand in their place.");
    }
    Map<String, Parish> parishes = new LinkedHashMap<>();
    for (Feature feature : features) {
      Parish parish = parishes.get(feature.code());
      if (parish == null) {
        String name = feature.name() == null ? feature.code() : feature.name();
        if (named && feature.name() == null) {
          run.report().fault(ParishReport.noName(feature.code(), feature.shape()));
        }
        parish = new Parish(feature.code(), name, feature.basis(), new ArrayList<>());
        parishes.put(feature.code(), parish);
      } else if (parish.has(feature.shape())) {
        run.report().fault(ParishReport.duplicate(parish, feature.shape(), feature.row()));
        continue;
      }
      parish.shapes().add(feature.shape());
    }
    return parishes;
  }

  private static List<Feature> read(ImportRun run) {
    RowFaults faults = new RowFaults();
    WKBReader reader = new WKBReader();
    List<Feature> features =
        run.jdbc()
            .sql(
                """
                SELECT row_number, code, name, basis,
                       ST_AsBinary(ST_Force2D(
                         CASE WHEN GeometryType(geom) = 'GEOMETRYCOLLECTION'
                              THEN ST_CollectionExtract(geom, 3) ELSE geom END)) AS shape
                FROM incoming ORDER BY row_number\
                """)
            .query(
                (result, i) -> {
                  Map<String, String> values = new LinkedHashMap<>();
                  for (String column : List.of("code", "name", "basis")) {
                    values.put(column, result.getString(column));
                  }
                  ImportRow row = new ImportRow(result.getLong("row_number"), values, faults);
                  return feature(row, result.getBytes("shape"), reader);
                })
            .list();
    faults.refuseIfAny(run.fileName());
    return features;
  }

  private static Feature feature(ImportRow row, byte[] wkb, WKBReader reader) {
    String code = row.required("code");
    if (code != null && !CODE.matcher(code).matches()) {
      row.fault(
          "code %s is not an ONS code, a letter and eight digits such as E04012345"
              .formatted(code));
    }
    Geometry shape = shape(row, wkb, reader);
    String name = row.text("name");
    if (name != null) {
      name = PRODUCT_ENDING.matcher(name).replaceFirst("");
    }
    return new Feature(row.number(), code, name, row.oneOf("basis", BASES, "documented"), shape);
  }

  private static Geometry shape(ImportRow row, byte[] wkb, WKBReader reader) {
    if (wkb == null) {
      row.fault("it has no geometry");
      return null;
    }
    try {
      Geometry shape = reader.read(wkb);
      if (shape.isEmpty()) {
        row.fault("its geometry is empty");
      } else if (!(shape instanceof Polygonal)) {
        row.fault("its geometry is a %s, not a polygon".formatted(shape.getGeometryType()));
      }
      return shape;
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A demonstration takes only boundaries of the authority that it shows. */
  private static void refuseStrangers(ImportRun run, Map<String, Parish> parishes) {
    if (!StoreKind.isDemonstration(run.jdbc())) {
      return;
    }
    List<String> known =
        run.jdbc().sql("SELECT code FROM parish WHERE upper_inf(valid)").query(String.class).list();
    long familiar = known.stream().filter(parishes::containsKey).count();
    if (!known.isEmpty() && familiar * 2 < parishes.size()) {
      throw new UserException(
          "%d of the %d parishes in %s are none of the demonstration's, and real data never share a"
                  .formatted(parishes.size() - familiar, parishes.size(), run.fileName())
              + " store with it; "
              + StoreKind.START_EMPTY
              + ".");
    }
  }

  private static String capitalised(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private record Feature(long row, String code, String name, String basis, Geometry shape) {}

  /** All features of one code. */
  record Parish(String code, String name, String basis, List<Geometry> shapes) {
    boolean has(Geometry shape) {
      return shapes.stream().anyMatch(shape::equalsNorm);
    }
  }
}
