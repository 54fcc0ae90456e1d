package org.greensward.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Properties;
import org.greensward.DemonstrationApp;
import org.greensward.Http;
import org.greensward.land.page.WhoTest;
import org.greensward.layer.importing.ImportFaultKind;
import org.junit.jupiter.api.Test;

/** What the service says of its own data. */
class DataPageTest {

  @Test
  void eachLayerSaysWhereItComesFromAndHowGoodItIs() {
    String page = WhoTest.body(Http.get("/data", "Accept", "text/html"));
    assertThat(page)
        .contains(
            "51 rows of parishes.zip",
            "9,618 rows of land.gpkg",
            "The Greensward demonstration",
            "Open Government Licence v3.0",
            "Boundaries, land and streets are schematic",
            "parcels outside every parish",
            "On 1 October 2018 the register has 9,618 parcels.")
        .doesNotContain("??");
  }

  /** The page's figure is the report's, and the report's is the data's. */
  @Test
  void itsCountsAreTrue() {
    long outside =
        DemonstrationApp.ownerJdbc()
            .sql(
                "SELECT count(*) FROM piece WHERE parish_id IS NULL AND NOT EXISTS (SELECT FROM"
                    + " piece p WHERE p.land_id = piece.land_id AND p.parish_id IS NOT NULL)")
            .query(Long.class)
            .single();
    String page = WhoTest.body(Http.get("/data", "Accept", "text/html"));
    if (outside > 0) {
      assertThat(page).contains(outside + " parcels outside every parish");
    }
  }

  @Test
  void eachKindOfFaultHasWords() throws IOException {
    Properties words = new Properties();
    try (InputStream in = getClass().getResourceAsStream("/messages.properties")) {
      words.load(in);
    }
    assertThat(
            Arrays.stream(ImportFaultKind.values())
                .filter(kind -> kind != ImportFaultKind.NOT_IN_FILE))
        .allSatisfy(kind -> assertThat(words).containsKey("fault." + kind.name()));
  }
}
