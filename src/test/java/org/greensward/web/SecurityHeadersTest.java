package org.greensward.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import org.greensward.Http;
import org.greensward.error.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser may do with the pages, and who may frame them. */
class SecurityHeadersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/map",
        "/councils",
        "/councils/olney-town-council",
        "/nothing",
        "/map?xembed=1"
      })
  void nobodyFramesAnOrdinaryPage(String address) {
    HttpResponse<byte[]> page = Http.get(address, "Accept", "text/html");
    assertThat(policy(page))
        .contains(
            "default-src 'none'",
            "script-src 'self';",
            "style-src 'self';",
            "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/map?embed=1", "/councils/olney-town-council?at=2018-01-01&embed=1"})
  void anybodyFramesWhatIsMadeForIt(String address) {
    HttpResponse<byte[]> page = Http.get(address, "Accept", "text/html");
    assertThat(policy(page)).contains("frame-ancestors *");
    assertThat(page.headers().firstValue("X-Frame-Options")).isEmpty();
    assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(new String(page.body())).doesNotContain("gs-header");
  }

  @Test
  void anAuthorityAddsHosts() {
    String policy =
        new SecurityHeadersFilter(
                new WebSettings(
                    List.of("https://toolbar.example"),
                    "https://tiles.example/{z}/{x}/{y}.png",
                    "Tiles of an example"))
            .toString();
    assertThat(policy)
        .contains("script-src 'self' https://toolbar.example;")
        .contains("img-src 'self' data: https://toolbar.example https://tiles.example;");
  }

  @ParameterizedTest
  @CsvSource({
    "toolbar.example, '', which is no origin",
    "'https://a.example; script-src *', '', which is no origin",
    "'', https://tiles.example/{z}/{x}.png, must be an address with",
    "'', ftp://x/{z}/{x}/{y}, must be an address with",
    "'', https://{s}.tiles.example/{z}/{x}/{y}.png, 'only {z}, {x}, {y} and {r}'",
    "'', https://tiles.example/{z}/{x}/{y}.png, set without greensward.web.base-map-attribution"
  })
  void whatIsNoAddressIsRefused(String host, String baseMap, String words) {
    List<String> hosts = host.isEmpty() ? List.of() : List.of(host);
    assertThatThrownBy(() -> new WebSettings(hosts, baseMap, ""))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(words);
  }

  private static String policy(HttpResponse<byte[]> page) {
    return page.headers().firstValue("Content-Security-Policy").orElseThrow();
  }
}
