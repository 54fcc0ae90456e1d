package org.greensward.ogc;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.greensward.ogc.body.IfMatch;
import org.greensward.ogc.body.MergePatch;
import org.greensward.ogc.body.SentFeature;
import org.greensward.ogc.body.SentJson;
import org.greensward.refusal.Refusal;
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
record Asked(
    ObjectNode body, boolean patch, OgcCrs crs, IfMatch condition, String reason, String source) {
  static final List<String> FEATURE_TYPES = List.of(Link.GEO_JSON, Link.JSON);
  static final List<String> PATCH_TYPES = List.of("application/merge-patch+json");
  static final String ACCEPT_POST = "Accept-Post";
  static final String ACCEPT_PATCH = HttpHeaders.ACCEPT_PATCH;
  static final String CONTENT_CRS = "Content-Crs";
  static final String REASON = "Change-Reason";
  static final String SOURCE = "Change-Source";

  private static final List<String> PARAMETERS = List.of(Format.PARAMETER);
  private static final int LONGEST = 500;
  private static final String USUAL_REASON = "Changed by a program (OGC API)";

  /**
   * Reads a request, its body last.
   *
   * @throws Refusal when something of it cannot be understood
   */
  static Asked read(HttpServletRequest request) {
    QueryText.of(request, PARAMETERS);
    OgcCrs crs = crs(request.getHeader(CONTENT_CRS));
    IfMatch condition = IfMatch.read(request.getHeaders(HttpHeaders.IF_MATCH));
    String reason = text(request, REASON);
    String source = text(request, SOURCE);
    boolean patch = request.getMethod().equals("PATCH");
    ObjectNode body =
        switch (request.getMethod()) {
          case "DELETE" -> null;
          case "PATCH" -> SentJson.read(request, PATCH_TYPES, ACCEPT_PATCH);
          case "POST" -> SentJson.read(request, FEATURE_TYPES, ACCEPT_POST);
          default -> SentJson.read(request, FEATURE_TYPES, null);
        };
    return new Asked(body, patch, crs, condition, reason, source);
  }

  /** Why it is done, for the audit trail; it always says something. */
  String why() {
    return reason == null ? USUAL_REASON : reason;
  }

  /** The whole feature that is wanted, from the one that is served. */
  SentFeature wanted(FeatureRow served, OgcCollection collection) {
    return SentFeature.of(patch ? MergePatch.apply(Served.json(served, collection), body) : body);
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
      throw new Refusal(
          "The header %s has room for %d letters in one line.".formatted(header, LONGEST));
    }
    return text.strip();
  }
}
