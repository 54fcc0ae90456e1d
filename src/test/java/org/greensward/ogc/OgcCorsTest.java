package org.greensward.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.greensward.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages of other sites may read. Browsers send Origin by themselves; a test may, too. */
class OgcCorsTest {
  private static final String ALLOWED = "Access-Control-Allow-Origin";
  private static final String[] OTHER = {"Origin", "https://map.example.org"};

  @ParameterizedTest
  @CsvSource({
    "/ogc, 200",
    "/ogc/, 200",
    "/ogc/collections/land/items?limit=1, 200",
    "/ogc/collections/land/items?limit=none, 400",
    "/ogc/collections/none, 404",
    "/ogc/tiles/WebMercatorQuad/10/337/510.mvt, 200"
  })
  void theApiIsReadByPagesOfOtherSites(String path, int status) {
    for (String method : List.of("GET", "HEAD")) {
      HttpResponse<byte[]> response = Http.send(method, path, OTHER);
      assertThat(response.statusCode()).isEqualTo(status);
      assertThat(response.headers().allValues(ALLOWED)).containsExactly("*");
      assertThat(response.headers().map()).doesNotContainKey("Access-Control-Allow-Credentials");
      assertThat(response.headers().allValues("Vary")).noneMatch(it -> it.contains("Origin"));
    }
    assertThat(Http.get(path).headers().allValues(ALLOWED)).containsExactly("*");
  }

  @Test
  void aKeyMayBeShownFromThere() {
    HttpResponse<byte[]> before =
        Http.send(
            "OPTIONS",
            "/ogc/collections/land/items",
            "Origin",
            "https://map.example.org",
            "Access-Control-Request-Method",
            "GET",
            "Access-Control-Request-Headers",
            "authorization");
    assertThat(before.statusCode()).isEqualTo(204);
    assertThat(before.headers().firstValue(ALLOWED)).contains("*");
    assertThat(before.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
        .contains("Authorization");
    assertThat(before.headers().firstValue("Access-Control-Allow-Methods").orElseThrow())
        .doesNotContain("POST", "PUT", "DELETE");
    HttpResponse<byte[]> refused =
        Http.get("/ogc", "Origin", "https://map.example.org", "Authorization", "Bearer wrong");
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue(ALLOWED)).contains("*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/ogcx", "/api/councils", "/tiles/parishes.json", "/account", "/sign-in"})
  void nothingElseIs(String path) {
    for (String method : List.of("GET", "OPTIONS")) {
      HttpResponse<byte[]> response =
          Http.send(
              method,
              path,
              "Origin",
              "https://map.example.org",
              "Access-Control-Request-Method",
              "GET");
      assertThat(response.headers().map()).doesNotContainKey(ALLOWED.toLowerCase());
    }
    assertThat(Http.send("POST", "/ogc/collections", OTHER).headers().map())
        .doesNotContainKey(ALLOWED.toLowerCase());
  }
}
