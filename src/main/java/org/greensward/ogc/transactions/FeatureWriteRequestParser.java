package org.greensward.ogc.transactions;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.greensward.error.UserException;
import org.greensward.layer.feature.FeatureWriteRequest;
import org.greensward.layer.feature.IfMatch;
import org.greensward.layer.feature.OgcCrs;
import org.greensward.ogc.common.Link;
import org.greensward.ogc.common.OgcFormat;
import org.greensward.ogc.common.QueryParameters;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.node.ObjectNode;

/** Parses requests that change a feature: parameters, headers, and the body last. */
public final class FeatureWriteRequestParser {
  public static final List<String> FEATURE_TYPES = List.of(Link.GEO_JSON, Link.JSON);
  public static final List<String> PATCH_TYPES = List.of("application/merge-patch+json");
  public static final String CONTENT_CRS = "Content-Crs";
  public static final String REASON = "Change-Reason";
  public static final String SOURCE = "Change-Source";
  static final String ACCEPT_POST = "Accept-Post";
  static final String ACCEPT_PATCH = HttpHeaders.ACCEPT_PATCH;

  private static final List<String> PARAMETERS = List.of(OgcFormat.PARAMETER);
  private static final int LONGEST = 500;

  private FeatureWriteRequestParser() {}

  /**
   * Parses a request.
   *
   * @throws UserException when something of it cannot be understood
   */
  static FeatureWriteRequest parse(HttpServletRequest request) {
    QueryParameters.of(request, PARAMETERS);
    OgcCrs crs = crs(request.getHeader(CONTENT_CRS));
    IfMatch condition = IfMatch.read(request.getHeaders(HttpHeaders.IF_MATCH));
    String reason = text(request, REASON);
    String source = text(request, SOURCE);
    boolean patch = request.getMethod().equals("PATCH");
    ObjectNode body =
        switch (request.getMethod()) {
          case "DELETE" -> null;
          case "PATCH" -> JsonBody.read(request, PATCH_TYPES, ACCEPT_PATCH);
          case "POST" -> JsonBody.read(request, FEATURE_TYPES, ACCEPT_POST);
          default -> JsonBody.read(request, FEATURE_TYPES, null);
        };
    return new FeatureWriteRequest(body, patch, crs, condition, reason, source);
  }

  private static OgcCrs crs(String header) {
    if (header == null || header.isBlank()) {
      return OgcCrs.CRS84;
    }
    String text = header.strip();
    return OgcCrs.of(
        CONTENT_CRS,
        text.startsWith("<") && text.endsWith(">") ? text.substring(1, text.length() - 1) : text);
  }

  private static String text(HttpServletRequest request, String header) {
    String text = request.getHeader(header);
    if (text == null || text.isBlank()) {
      return null;
    }
    if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
      throw new UserException(
          "The header %s has room for %d letters in one line.".formatted(header, LONGEST));
    }
    return text.strip();
  }
}
