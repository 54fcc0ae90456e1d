package org.greensward.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.greensward.error.NotFoundException;
import org.greensward.error.UserException;
import org.greensward.export.write.ExportCrs;
import org.greensward.export.write.ExportFormat;
import org.greensward.layer.export.ExportScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What is in each layer, whose, and that it reconciles. */
class ExportLayersTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "councils, '', ''",
    "parishes, '', ''",
    "statuses, '', ''",
    "land, '', ''",
    "pieces, '', ''",
    "schedule, '', ''",
    "forums, '', ''",
    "wards, '', ''",
    "land, olney-town-council, ''",
    "pieces, olney-town-council, ''",
    "schedule, olney-town-council, ''",
    "statuses, olney-town-council, ''",
    "pieces, '', olney-ward-forum",
    "forums, '', olney-ward-forum",
    "wards, '', olney-ward-forum"
  })
  void aLayerHasTheRowsThatItsCountSays(String layer, String council, String forum) {
    List<JsonNode> features = features(layer, council, forum);
    ExportScope scope =
        DownloadApp.bean(ExportScopeResolver.class).find(council, forum, DownloadApp.AT);
    assertThat(features)
        .isNotEmpty()
        .hasSize(
            (int)
                DownloadApp.bean(ExportService.class)
                    .count(DownloadApp.bean(ExportLayers.class).get(layer), scope, DownloadApp.AT));
  }

  @Test
  void piecesSumToTheParcels() {
    List<JsonNode> pieces = features("pieces", "", "");
    List<JsonNode> land = features("land", "", "");
    assertThat(sum(pieces, "area_m2")).isCloseTo(sum(land, "area_m2"), within(1.0));
    assertThat(sum(pieces, "length_m")).isCloseTo(sum(land, "length_m"), within(0.001));
    assertThat(sum(pieces, "quantity")).isCloseTo(sum(land, "quantity"), within(1.0));
    assertThat(sum(features("schedule", "", ""), "quantity"))
        .isCloseTo(sum(pieces, "quantity"), within(1.0));
    assertThat(pieces).anyMatch(p -> p.get("id").asString().endsWith("/outside"));
  }

  @Test
  void aCouncilsLandIsWhatLiesInItsParishes() {
    List<JsonNode> pieces = features("pieces", "Olney Town Council", "");
    assertThat(pieces).allMatch(p -> text(p, "council").equals("Olney Town Council"));
    assertThat(sum(pieces, "quantity"))
        .isCloseTo(
            DownloadApp.value(
                """
                SELECT sum(quantity) FROM piece_at('2018-10-01')
                WHERE council_id = (SELECT id FROM council WHERE slug = 'olney-town-council')
                """,
                Double.class),
            within(0.01));
    assertThat(features("land", "Olney Town Council", ""))
        .allMatch(l -> text(l, "councils").contains("Olney Town Council"));
  }

  @Test
  void aForumsCouncilsAreItsMembers() {
    assertThat(features("councils", "", "Olney Ward Forum"))
        .hasSize(
            DownloadApp.value(
                """
                SELECT count(*) FROM forum_council fc JOIN forum f ON f.id = fc.forum_id
                WHERE f.slug = 'olney-ward-forum'
                """,
                Integer.class));
    assertThat(features("forums", "", "Olney Ward Forum")).hasSize(1);
  }

  /** The one of Hanslope is published tomorrow. */
  @Test
  void whatIsNotPublishedYetIsNowhere() {
    assertThat(features("statuses", "hanslope-parish-council", ""))
        .noneMatch(s -> text(s, "status").equals("interested"));
    assertThat(text(features("councils", "hanslope-parish-council", "").get(0), "status"))
        .isEqualTo("unknown");
    assertThat(text(features("parishes", "hanslope-parish-council", "").get(0), "status"))
        .isEqualTo("unknown");
    assertThat(features("pieces", "hanslope-parish-council", ""))
        .isNotEmpty()
        .allMatch(p -> text(p, "status").equals("unknown"));
  }

  @Test
  void wardsAndForumsAreDrawnAsTheirParishes() {
    JsonNode ward = features("wards", "", "").get(0);
    assertThat(text(ward, "drawn_as")).isEqualTo("parishes of its councils");
    assertThat(ward.get("geometry").get("type").asString()).isEqualTo("MultiPolygon");
    assertThat(features("forums", "", "olney-ward-forum").get(0).get("geometry").isNull())
        .isFalse();
  }

  @Test
  void anUnknownCouncilIsAnsweredWithThoseNear() {
    ExportScopeResolver scopes = DownloadApp.bean(ExportScopeResolver.class);
    assertThatThrownBy(() -> scopes.find("Olny", "", DownloadApp.AT))
        .isInstanceOf(NotFoundException.class)
        .hasMessageStartingWith("There is no council Olny; did you mean Olney Town Council");
    assertThatThrownBy(() -> scopes.find("xyzzy", "", DownloadApp.AT))
        .isInstanceOf(NotFoundException.class)
        .hasMessage("There is no council xyzzy; check its name.");
  }

  @Test
  void whatCannotBeIsRefused() {
    ExportScopeResolver scopes = DownloadApp.bean(ExportScopeResolver.class);
    assertThatThrownBy(() -> scopes.find("", "Olny Forum", DownloadApp.AT))
        .hasMessageContaining("did you mean Olney Ward Forum");
    assertThatThrownBy(() -> scopes.find("olney-town-council", "olney-ward-forum", DownloadApp.AT))
        .isInstanceOf(UserException.class);
    assertThatThrownBy(
            () ->
                DownloadApp.plan(
                    "parishes", ExportFormat.KML, ExportCrs.BRITISH_NATIONAL_GRID, "", ""))
        .hasMessageStartingWith("KML is always in WGS84");
    assertThatThrownBy(() -> DownloadApp.plan("schedule", ExportFormat.KML, null, "", ""))
        .hasMessageContaining("has no places to show in KML");
    assertThatThrownBy(() -> DownloadApp.bean(ExportLayers.class).get("trees"))
        .hasMessageContaining("the layers are councils, parishes");
  }

  private List<JsonNode> features(String layer, String council, String forum) {
    PlannedExport export = DownloadApp.plan(layer, ExportFormat.GEOJSON, null, council, forum);
    try {
      JsonNode json = JSON.readTree(Files.readAllBytes(DownloadApp.write(folder, export)));
      return StreamSupport.stream(json.get("features").spliterator(), false).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double sum(List<JsonNode> features, String field) {
    return features.stream().mapToDouble(f -> f.get("properties").get(field).asDouble(0)).sum();
  }

  private static String text(JsonNode feature, String field) {
    return feature.get("properties").get(field).asString("");
  }
}
