package org.greensward.council.importing;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greensward.council.SlugAssigner;
import org.greensward.layer.importing.ImportColumn;
import org.greensward.layer.importing.ImportLayer;
import org.greensward.layer.importing.ImportRow;
import org.greensward.layer.importing.ImportRun;
import org.greensward.layer.importing.RowFaults;
import org.greensward.layer.importing.TargetTable;
import org.greensward.status.importing.StatusImportLayer;

/**
 * Local councils with the parishes and wards that they cover. A council that the file leaves out is
 * kept and reported.
 */
public final class CouncilImportLayer implements ImportLayer {
  private static final List<String> KINDS =
      List.of("parish council", "town council", "community council", "parish meeting");

  @Override
  public String name() {
    return "councils";
  }

  @Override
  public List<ImportColumn> columns() {
    return List.of(
        ImportColumn.required("name"),
        ImportColumn.required("kind"),
        ImportColumn.required("gss_codes", "PAR\\d\\dCD", "PARNCP\\d\\dCD", "codes"),
        ImportColumn.optional("wards"),
        ImportColumn.optional("aliases"),
        ImportColumn.optional("lon"),
        ImportColumn.optional("lat"),
        ImportColumn.optional("basis"),
        ImportColumn.optional("source"),
        ImportColumn.optional("note"),
        ImportColumn.optional("contact_role"),
        ImportColumn.optional("contact_email"),
        ImportColumn.optional("contact_phone"),
        ImportColumn.optional("formerly"),
        ImportColumn.optional("from"));
  }

  @Override
  public void apply(ImportRun run) {
    run.step("Checking");
    RowFaults faults = new RowFaults();
    TargetTable councils =
        new TargetTable("next_council")
            .column("slug", "text")
            .column("name", "text")
            .column("kind", "text")
            .column("aliases", "text[]")
            .column("lon", "double precision")
            .column("lat", "double precision")
            .column("basis", "text")
            .column("source", "text")
            .column("note", "text")
            .column("contact_role", "text")
            .column("contact_email", "text")
            .column("contact_phone", "text");
    TargetTable parishes =
        new TargetTable("next_code").column("slug", "text").column("parish_code", "text");
    TargetTable wards = new TargetTable("next_ward").column("slug", "text").column("name", "text");
    SlugAssigner slugs = new SlugAssigner();
    Set<String> inFile = new HashSet<>();
    CodeCheck codes = new CodeCheck(run, faults);
    CouncilSuccession succession = new CouncilSuccession(run, faults);
    for (ImportRow row : run.rows(faults)) {
      String slug = slugs.require(row, "name", faults);
      Place place = Place.of(row);
      councils.add(
          slug,
          row.text("name"),
          row.requiredOneOf("kind", KINDS),
          array(row.list("aliases", ";")),
          place.lon(),
          place.lat(),
          row.oneOf("basis", StatusImportLayer.BASES, "documented"),
          row.text("source"),
          row.text("note"),
          row.text("contact_role"),
          email(row),
          row.text("contact_phone"));
      inFile.add(slug);
      succession.note(row, slug);
      codes.of(row).forEach(code -> parishes.add(slug, code));
      row.list("wards", ";").forEach(ward -> wards.add(slug, ward));
    }
    succession.refuseThoseInTheFile(inFile);
    faults.refuseIfAny(run.fileName());
    succession.prepare();
    councils.write(run.template());
    parishes.write(run.template());
    wards.write(run.template());
    codes.refuseThoseOfOthers();
    run.step("Merging");
    new CouncilMerge(run).merge();
    succession.follow();
  }

  private static String email(ImportRow row) {
    String email = row.text("contact_email");
    if (email != null && !email.matches("[^@\\s]+@[^@\\s]+[.][^@\\s]+")) {
      row.fault("contact_email " + email + " is not an e-mail address");
    }
    return email;
  }

  /** A list as PostgreSQL writes an array of texts. */
  private static String array(List<String> texts) {
    StringBuilder array = new StringBuilder("{");
    for (String text : texts) {
      array
          .append(array.length() == 1 ? "\"" : ",\"")
          .append(text.replace("\\", "\\\\").replace("\"", "\\\""))
          .append('"');
    }
    return array.append('}').toString();
  }

  /** Where a council is, in degrees; nulls where the row does not say. */
  private record Place(BigDecimal lon, BigDecimal lat) {
    private static final double WEST = -9;
    private static final double EAST = 3;
    private static final double SOUTH = 49;
    private static final double NORTH = 62;

    static Place of(ImportRow row) {
      BigDecimal lon = row.number("lon");
      BigDecimal lat = row.number("lat");
      if ((lon == null) != (lat == null)) {
        row.fault("lon and lat go together, and one is missing");
        return new Place(null, null);
      }
      if (lon != null && !inBritain(lon.doubleValue(), lat.doubleValue())) {
        row.fault("lon %s, lat %s is not in Great Britain, in degrees (WGS84)".formatted(lon, lat));
      }
      return new Place(lon, lat);
    }

    private static boolean inBritain(double lon, double lat) {
      return lon > WEST && lon < EAST && lat > SOUTH && lat < NORTH;
    }
  }

  /** That each code is a parish's, and no two councils have the same. */
  private static final class CodeCheck {
    private final ImportRun run;
    private final RowFaults faults;
    private final Set<String> known;
    private final Map<String, Long> rows = new HashMap<>();

    CodeCheck(ImportRun run, RowFaults faults) {
      this.run = run;
      this.faults = faults;
      this.known =
          new HashSet<>(run.jdbc().sql("SELECT code FROM parish").query(String.class).list());
    }

    List<String> of(ImportRow row) {
      row.required("gss_codes");
      List<String> codes = row.list("gss_codes", "[\\s;,]+");
      for (String code : codes) {
        if (!known.contains(code)) {
          row.fault("code %s is no parish of the store; import parishes first".formatted(code));
        }
        Long other = rows.putIfAbsent(code, row.number());
        if (other != null) {
          faults.add(other, row.number(), "both councils have " + code);
        }
      }
      return codes;
    }

    /** Refuses codes of councils that are kept although the file leaves them out. */
    void refuseThoseOfOthers() {
      run.jdbc()
          .sql(
              """
              SELECT cp.parish_code, c.name FROM council_parish cp
              JOIN council c ON c.id = cp.council_id
              JOIN next_code n USING (parish_code)
              WHERE upper_inf(cp.valid)
                AND NOT EXISTS (SELECT FROM next_council x WHERE x.slug = c.slug)
              ORDER BY 1\
              """)
          .query(
              result -> {
                faults.add(
                    rows.get(result.getString(1)),
                    "code %s belongs to %s, which is not in the file"
                        .formatted(result.getString(1), result.getString(2)));
              });
      faults.refuseIfAny(run.fileName());
    }
  }
}
