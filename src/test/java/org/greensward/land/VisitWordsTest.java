package org.greensward.land;

import static org.assertj.core.api.Assertions.assertThat;

import org.greensward.web.DisplayFormats;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** How often land is visited, in words. */
class VisitWordsTest {

  @ParameterizedTest
  @CsvSource({
    "amenity grass, 13, 03-25, 10-31, cut about every two weeks from late March to October",
    "amenity grass, 11, 03-15, 10-31, cut about every three weeks from mid March to October",
    "rough grass, 2, 06-01, 09-30, cut twice a year from June to September",
    "hedge, 1, 09-05, 02-28, trimmed once a year from early September to February",
    "hedge, 6, 11-01, 02-15, trimmed about every three weeks from November to mid February",
    "shrub bed, 2.5, , , visited 2.5 times a year",
    "shrub bed, 8, , , visited 8 times a year",
    "rose bed, 5, 01-01, 12-31, visited 5 times a year from January to December",
    "tree, 0, , , not visited as a matter of course"
  })
  void says(String type, double visits, String from, String to, String words) {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("messages");
    messages.setDefaultEncoding("UTF-8");
    assertThat(new VisitWords(new DisplayFormats(), messages).of(land(type, visits, from, to)))
        .isEqualTo(words);
  }

  private static LandAtPoint land(String type, Double visits, String from, String to) {
    return new LandAtPoint(
        "A1", type, type, "m2", null, 1, null, null, null, null, null, null, null, null, visits,
        from, to, null, 0, 0, 0);
  }
}
