package org.greensward.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.greensward.export.write.ExportCrs;
import org.greensward.export.write.ExportFormat;
import org.greensward.licence.Licence;
import org.greensward.licence.LicenceFlag;
import org.greensward.licence.LicenceRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.web.util.HtmlUtils;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What files carry besides their rows, and how each format's own traps are passed. */
class ExportContentsTest {
  private static final String LICENCE = "Open Government Licence v3.0";
  private static final String CROWN = "© Crown & <copyright> O'Neill 2018";
  private static final String SCHEMATIC = "not a record of any real place";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void everyFileSaysItsLicenceAndThatItIsADemonstration(ExportFormat format) throws Exception {
    DownloadApp.context();
    LicenceRepository owners = new LicenceRepository(DownloadApp.jdbc());
    Licence open = owners.find("parishes").orElseThrow();
    owners.set(
        new Licence("parishes", LicenceFlag.PUBLIC_SECTOR_INTERNAL, null, "PSGA", CROWN, null));
    Path file;
    try {
      file = DownloadApp.write(folder, "councils", format, null);
    } finally {
      owners.set(open);
    }
    String said =
        switch (format) {
          case SHAPEFILE, MAPINFO_TAB -> ReadBack.entry(file, "LICENCE.txt");
          case GEOPACKAGE -> ReadBack.query(file, "SELECT name, text FROM about").toString();
          case XLSX -> ReadBack.query(file, "SELECT * FROM About").toString();
          case KML -> HtmlUtils.htmlUnescape(Files.readString(file));
          default -> Files.readString(file);
        };
    assertThat(said)
        .contains(LICENCE, "Office for National Statistics", SCHEMATIC)
        .contains("parishes: PSGA (public-sector internal only)", CROWN);
    if (format == ExportFormat.GEOPACKAGE) {
      assertThat(ReadBack.summary(file, "councils"))
          .contains("LICENCE=" + LICENCE, SCHEMATIC, "PSGA");
    }
  }

  @Test
  void aGeoPackageIsDrawnAsTheMap() throws Exception {
    Path file = DownloadApp.whole("parishes", ExportFormat.GEOPACKAGE, null);
    assertThat(
            ReadBack.query(
                file, "SELECT f_table_name, f_geometry_column, useAsDefault FROM layer_styles"))
        .containsExactly(List.of("parishes", "geom", "1"));
    // The style has line breaks: read as one value.
    String qml = ReadBack.value(file, "SELECT replace(styleQML, char(10), ' ') FROM layer_styles");
    Document document = xml(qml);
    NodeList categories = document.getElementsByTagName("category");
    assertThat(categories.getLength()).isEqualTo(5);
    assertThat(categories.item(0).getAttributes().getNamedItem("value").getNodeValue())
        .isEqualTo("devolved");
    assertThat(qml)
        .contains("255,221,0,255", "29,112,184,255", "LinePatternFill", "PointPatternFill", "dash");
    Path land = DownloadApp.whole("land", ExportFormat.GEOPACKAGE, null);
    assertThat(ReadBack.query(land, "SELECT f_table_name FROM layer_styles"))
        .containsExactly(List.of("land_areas"), List.of("land_lines"), List.of("land_points"));
  }

  @Test
  void aShapefileHasItsSystemEncodingAndStyle() throws Exception {
    Path file = DownloadApp.whole("land", ExportFormat.SHAPEFILE, null);
    assertThat(ReadBack.entry(file, "land_areas.prj")).contains("British_National_Grid");
    assertThat(ReadBack.entry(file, "land_areas.cpg")).isEqualTo("UTF-8");
    assertThat(
            xml(ReadBack.entry(file, "land_areas.qml"))
                .getElementsByTagName("renderer-v2")
                .item(0)
                .getAttributes()
                .getNamedItem("attr")
                .getNodeValue())
        .isEqualTo("lookedkind");
  }

  @ParameterizedTest
  @EnumSource(names = {"SHAPEFILE", "MAPINFO_TAB"})
  void whatATableCannotHoldIsToldAndNotLostInSilence(ExportFormat format) {
    Path file = DownloadApp.whole("land", format, null);
    String name = ReadBack.value(file, "SELECT name FROM land_areas WHERE reference = 'MK-000002'");
    assertThat(name).endsWith("...").hasSizeLessThanOrEqualTo(254);
    String licence = ReadBack.entry(file, "LICENCE.txt");
    assertThat(licence).contains("Shortened: 1 texts longer than 254 bytes");
    if (format == ExportFormat.MAPINFO_TAB) {
      assertThat(licence).contains("Spelling: 2 texts");
    }
    Path whole = DownloadApp.whole("land", ExportFormat.GEOPACKAGE, null);
    assertThat(ReadBack.value(whole, "SELECT name FROM land_areas WHERE reference = 'MK-000002'"))
        .isEqualTo(DownloadApp.LONG);
  }

  @Test
  void noTextBecomesAFormula() throws Exception {
    Path csv = DownloadApp.whole("land", ExportFormat.CSV, null);
    assertThat(Files.readString(csv)).contains(",'" + DownloadApp.FORMULA + ",");
    Path xlsx = DownloadApp.whole("land", ExportFormat.XLSX, null);
    assertThat(ReadBack.value(xlsx, "SELECT name FROM land WHERE reference = 'MK-000003'"))
        .isEqualTo(DownloadApp.FORMULA);
    assertThat(ReadBack.entry(xlsx, "xl/worksheets/sheet1.xml"))
        .contains("<t>" + DownloadApp.FORMULA + "</t>", "state=\"frozen\"")
        .doesNotContain("<f>");
    assertThat(ReadBack.summary(xlsx, "land")).contains("from: Date", "quantity: Real");
  }

  @Test
  void geoJsonIsAsItsStandardSays() throws Exception {
    Path file = DownloadApp.whole("parishes", ExportFormat.GEOJSON, null);
    JsonNode json = new ObjectMapper().readTree(Files.readAllBytes(file));
    assertThat(json.has("crs")).isFalse();
    assertThat(json.get("at").asString()).isEqualTo("2018-10-01");
    for (JsonNode feature : json.get("features")) {
      assertThat(feature.get("id").asString())
          .isEqualTo(feature.get("properties").get("code").asString());
      JsonNode outer = feature.get("geometry").get("coordinates").get(0).get(0);
      Coordinate[] ring = new Coordinate[outer.size()];
      for (int i = 0; i < ring.length; i++) {
        ring[i] = new Coordinate(outer.get(i).get(0).asDouble(), outer.get(i).get(1).asDouble());
      }
      assertThat(ring[0].x).isBetween(-1.0, -0.5);
      assertThat(Orientation.isCCW(ring)).isTrue();
    }
    Path grid =
        DownloadApp.whole("parishes", ExportFormat.GEOJSON, ExportCrs.BRITISH_NATIONAL_GRID);
    assertThat(Files.readString(grid)).contains("urn:ogc:def:crs:EPSG::27700");
  }

  private static Document xml(String text) throws Exception {
    DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    builder.setEntityResolver((id, address) -> new InputSource(new StringReader("")));
    return builder.parse(new InputSource(new StringReader(text)));
  }
}
