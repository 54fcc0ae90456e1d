package org.greensward.web;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.greensward.error.UserException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an authority adds to the pages.
 *
 * @param contentHosts origins that scripts, styles, fonts, images and requests may come from or go
 *     to besides our own, such as {@code https://toolbar.example.org}
 * @param baseMap address template of a raster base map in Web Mercator, {@code
 *     https://host/{z}/{x}/{y}.png}, with y counted from the north; {@code {r}} becomes {@code @2x}
 *     on screens of twice the pixels; empty: none
 * @param baseMapAttribution what its licence asks to be shown on the map
 */
@ConfigurationProperties("greensward.web")
public record WebSettings(
    @DefaultValue List<String> contentHosts,
    @DefaultValue("") String baseMap,
    @DefaultValue("") String baseMapAttribution) {
  /** Any name in braces but those that are filled in. */
  private static final Pattern OTHER_BRACES =
      Pattern.compile("\\{(?!(?:x|y|z|r)})[^}]*}?|(?<!\\{[xyzr])}");

  private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.*-]+(:[0-9]+)?");

  /**
   * @throws UserException when a host is no origin, or the template lacks {@code {z}}, {@code {x}}
   *     or {@code {y}}
   */
  public WebSettings {
    for (String host : contentHosts) {
      if (!ORIGIN.matcher(host).matches()) {
        throw new UserException(
            "greensward.web.content-hosts has \"%s\", which is no origin; write it as https://host."
                .formatted(host));
      }
    }
    if (!baseMap.isEmpty()
        && !(baseMap.matches("https?://.*|/.*")
            && List.of("{z}", "{x}", "{y}").stream().allMatch(baseMap::contains))) {
      throw new UserException(
          "greensward.web.base-map is \"%s\"; it must be an address with {z}, {x} and {y} in it."
              .formatted(baseMap));
    }
    if (OTHER_BRACES.matcher(baseMap).find()) {
      throw new UserException(
          "greensward.web.base-map is \"%s\"; only {z}, {x}, {y} and {r} are filled in, so write the rest of the address out, one host for {s}."
              .formatted(baseMap));
    }
    if (!baseMap.isEmpty() && baseMapAttribution.isBlank()) {
      throw new UserException(
          "greensward.web.base-map is set without greensward.web.base-map-attribution; give the line"
              + " that its licence asks for.");
    }
  }

  /** Where the base map comes from, for the content security policy; empty when from here. */
  public Optional<String> baseMapOrigin() {
    if (!baseMap.startsWith("http")) {
      return Optional.empty();
    }
    URI uri = URI.create(baseMap.replaceAll("[{}]", ""));
    return Optional.of(uri.getScheme() + "://" + uri.getAuthority());
  }
}
