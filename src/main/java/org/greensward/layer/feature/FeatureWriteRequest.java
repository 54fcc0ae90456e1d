package org.greensward.layer.feature;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.greensward.error.UserException;
import org.greensward.ogc.common.Link;
import org.greensward.ogc.common.OgcFormat;
import org.greensward.ogc.common.QueryParameters;
import org.greensward.ogc.transactions.CurrentFeature;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request to change a feature, read.
 *
 * @param body null for a deletion
 * @param patch whether the body says what is to be other, and not the whole feature
 * @param crs of the geometry that is sent, and of the answer
 * @param condition null where there is none
 */
public record FeatureWriteRequest(
    ObjectNode body, boolean patch, OgcCrs crs, IfMatch condition, String reason, String source) {
  public static final List<String> FEATURE_TYPES = List.of(Link.GEO_JSON, Link.JSON);
  public static final List<String> PATCH_TYPES = List.of("application/merge-patch+json");
  public static final String ACCEPT_POST = "Accept-Post";
  public static final String ACCEPT_PATCH = HttpHeaders.ACCEPT_PATCH;
  public static final String CONTENT_CRS = "Content-Crs";
  public static final String REASON = "Change-Reason";
  public static final String SOURCE = "Change-Source";

  private static final List<String> PARAMETERS = List.of(OgcFormat.PARAMETER);
  private static final int LONGEST = 500;
  private static final String USUAL_REASON = "Changed by a program (OGC API)";

  /**
   * Reads a request, its body last.
   *
   * @throws UserException when something of it cannot be understood
   */
  public static FeatureWriteRequest read(HttpServletRequest request) {
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

  /** Why it is done, for the audit trail; it always says something. */
  public String why() {
    return reason == null ? USUAL_REASON : reason;
  }

  /** The whole feature that is wanted, from the one that is served. */
  public FeatureBody wanted(FeatureRow served, OgcCollection collection) {
    return FeatureBody.of(
        patch ? MergePatch.apply(CurrentFeature.json(served, collection), body) : body);
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
