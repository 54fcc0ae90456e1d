package org.greensward.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Takes a picture of each page on a phone, on a laptop and on a projector. What is in {@code
 * docs/images} stays, since fonts differ between machines: delete a picture to have it taken anew.
 */
class PicturesTest extends BrowserTest {
  private static final Path KEPT = Path.of("docs/images");
  private static final Map<String, int[]> SIZES =
      Map.of(
          "phone", new int[] {360, 740},
          "laptop", new int[] {1280, 800},
          "projector", new int[] {1920, 1080});
  private static final long LARGEST = 300_000;
  private static final Page.ScreenshotOptions AS_JPEG =
      new Page.ScreenshotOptions().setType(ScreenshotType.JPEG).setQuality(70);

  @ParameterizedTest
  @CsvSource({
    "home, /",
    "search, /search?q=olney",
    "search-none, /search?q=SW1A+1AA",
    "postcode, /postcodes/MK464AA",
    "map, /map",
    "map-olney, /map?council=olney-town-council",
    "councils, /councils",
    "council, /councils/olney-town-council",
    "who, /who?lon=-0.70000&lat=52.15000",
    "land, /land/MK-000612",
    "download, /download?council=olney-town-council",
    "data, /data",
    "help, /help",
    "accessibility, /accessibility"
  })
  void everyPageIsPictured(String name, String path) throws IOException {
    for (Map.Entry<String, int[]> size : SIZES.entrySet()) {
      Path picture = KEPT.resolve(name + "-" + size.getKey() + ".jpg");
      if (Files.notExists(picture)) {
        take(path, size.getValue(), picture);
      }
      assertThat(Files.size(picture)).isLessThan(LARGEST);
    }
  }

  private void take(String path, int[] size, Path picture) throws IOException {
    useWindow(new Browser.NewContextOptions().setViewportSize(size[0], size[1]));
    if (path.startsWith("/map")) {
      open(path);
    } else {
      openText(path);
    }
    Files.createDirectories(KEPT);
    Files.write(picture, page().screenshot(AS_JPEG));
  }
}
