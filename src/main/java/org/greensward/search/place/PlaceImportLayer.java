package org.greensward.search.place;

import java.util.List;
import org.greensward.layer.importing.ImportColumn;
import org.greensward.layer.importing.ImportLayer;
import org.greensward.layer.importing.ImportRun;
import org.greensward.layer.importing.ProductSchema;
import org.greensward.layer.importing.StagedTableValidator;
import org.springframework.stereotype.Component;

/**
 * Names of towns, villages, streets and the like: OS Open Names with its own columns. Its postcodes
 * are left out, since they are a layer of their own.
 */
@Component
final class PlaceImportLayer implements ImportLayer {
  private static final String TABLE = "next_place";

  /**
   * What each kind is called in OS Open Names (its local type, else its type) or in our own files,
   * and how likely it is what somebody means by a name.
   */
  private static final String KINDS =
      """
      (VALUES ('city', 'city', 0), ('town', 'town', 1), ('suburban area', 'suburb', 2),
        ('suburb', 'suburb', 2), ('village', 'village', 2), ('hamlet', 'hamlet', 3),
        ('other settlement', 'settlement', 4), ('settlement', 'settlement', 4),
        ('populatedplace', 'settlement', 4), ('railway station', 'station', 5),
        ('station', 'station', 5), ('bus station', 'station', 5), ('coach station', 'station', 5),
        ('tram station', 'station', 5), ('named road', 'street', 6),
        ('section of named road', 'street', 6), ('street', 'street', 6),
        ('numbered road', 'road', 7), ('section of numbered road', 'road', 7), ('road', 'road', 7),
        ('transportnetwork', 'place', 8), ('building', 'building', 7), ('other', 'building', 7),
        ('hydrography', 'water', 8), ('water', 'water', 8), ('landcover', 'woodland', 8),
        ('woodland', 'woodland', 8), ('landform', 'landform', 8), ('place', 'place', 9))\
      """;

  @Override
  public String name() {
    return "places";
  }

  @Override
  public int order() {
    return 100;
  }

  @Override
  public List<ImportColumn> columns() {
    return List.of(
        ImportColumn.optional("reference", "id"),
        ImportColumn.required("name", "name1"),
        ImportColumn.optional("other_name", "name2"),
        ImportColumn.required("kind", "local_type"),
        ImportColumn.optional("type"),
        ImportColumn.optional("easting", "geometry_x"),
        ImportColumn.optional("northing", "geometry_y"),
        ImportColumn.optional("within"),
        ImportColumn.optional("town", "populated_place"),
        ImportColumn.optional("district", "district_borough"),
        ImportColumn.optional("county", "county_unitary"),
        ImportColumn.optional("basis"));
  }

  @Override
  public List<ProductSchema> tables() {
    return List.of(
        ProductSchema.withoutHeader(
            "OS Open Names",
            "[A-Za-z0-9_-]+",
            ("ID NAMES_URI NAME1 NAME1_LANG NAME2 NAME2_LANG TYPE LOCAL_TYPE GEOMETRY_X GEOMETRY_Y"
                    + " MOST_DETAIL_VIEW_RES LEAST_DETAIL_VIEW_RES MBR_XMIN MBR_YMIN MBR_XMAX MBR_YMAX"
                    + " POSTCODE_DISTRICT POSTCODE_DISTRICT_URI POPULATED_PLACE POPULATED_PLACE_URI"
                    + " POPULATED_PLACE_TYPE DISTRICT_BOROUGH DISTRICT_BOROUGH_URI"
                    + " DISTRICT_BOROUGH_TYPE COUNTY_UNITARY COUNTY_UNITARY_URI COUNTY_UNITARY_TYPE"
                    + " REGION REGION_URI COUNTRY COUNTRY_URI RELATED_SPATIAL_OBJECT SAME_AS_DBPEDIA"
                    + " SAME_AS_GEONAMES")
                .split(" ")));
  }

  @Override
  public void apply(ImportRun run) {
    run.step("Checking");
    PointColumns.require(run, "easting", "northing");
    check(run);
    StagedTableValidator rows = new StagedTableValidator(run, TABLE);
    rows.faultDuplicates("reference", "reference");
    rows.refuseFaults();
    rows.leaveOut();
    run.step("Merging");
    run.report()
        .counts(
            "place",
            run.editionMerge(
                    "place",
                    TABLE,
                    "t.reference = n.reference",
                    List.of(
                        "reference",
                        "name",
                        "other_name",
                        "kind",
                        "within",
                        "weight",
                        "local",
                        "geom",
                        "basis"),
                    "true")
                .all());
    run.step("Indexing");
    for (String index : List.of("place_lexemes", "place_local_lexemes", "search_word_near")) {
      run.jdbc()
          .sql("SELECT gin_clean_pending_list(CAST(:index AS regclass))")
          .param("index", index)
          .query(Long.class)
          .single();
    }
    run.template().execute("ANALYZE place");
    run.template().execute("ANALYZE search_word");
  }

  /** A place without a reference gets one of what it is and where, so that it stays the same. */
  private static void check(ImportRun run) {
    run.template()
        .execute(
            """
            CREATE TEMPORARY TABLE %1$s ON COMMIT DROP AS
            SELECT row_number, name, other_name, k.kind, k.weight, p.geom,
                   coalesce(reference,
                            md5(concat_ws('|', name, k.kind, ST_X(p.geom), ST_Y(p.geom)))) AS reference,
                   coalesce(within, nullif(concat_ws(', ', nullif(town, name), nullif(region, town)), ''))
                     AS within,
                   coalesce(basis, 'documented') AS basis,
                   p.geom && area.box AND is_local(p.geom) AS local,
                   CASE WHEN lower(i.kind) = 'postcode'
                        THEN 'postcodes, which import postcodes takes from Code-Point Open' END AS left_out,
                   CASE WHEN lower(i.kind) = 'postcode' THEN NULL
                        WHEN name IS NULL OR search_key(name) = '' THEN 'name is empty'
                        WHEN k.kind IS NULL THEN format('kind %%s is not known; it is one of %%s', i.kind,
                          'city, town, village, suburb, hamlet, settlement, street, road, station,'
                          ' building, water, woodland, landform, place')
                        WHEN basis NOT IN ('documented', 'illustrative', 'schematic')
                        THEN format('basis %%s is not known; it is one of documented, illustrative,'
                                    ' schematic', basis)
                        ELSE p.fault END AS fault
            FROM (SELECT *, coalesce(district, county) AS region FROM incoming) AS i
            LEFT JOIN LATERAL (
              SELECT kinds.kind, kinds.weight FROM %2$s AS kinds (said, kind, weight)
              WHERE said IN (lower(i.kind), lower(i.type)) ORDER BY said = lower(i.kind) DESC LIMIT 1
            ) k ON true
            CROSS JOIN LATERAL %3$s AS p
            CROSS JOIN (SELECT ST_Expand(ST_SetSRID(ST_Extent(box)::geometry, 27700), 2000) AS box
                        FROM parish) AS area\
            """
                .formatted(TABLE, KINDS, PointColumns.point()));
    run.template().update("UPDATE %s SET local = false WHERE local IS NULL".formatted(TABLE));
  }
}
