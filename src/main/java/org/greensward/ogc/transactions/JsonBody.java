package org.greensward.ogc.transactions;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.greensward.error.UserException;
import org.greensward.layer.feature.ProblemException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The body of a request: one JSON object of a media type that is taken, within limits. */
final class JsonBody {
  /** In bytes: room for all the points that a shape may have. */
  static final int LARGEST = 2_000_000;

  private static final int DEEPEST = 40;
  private static final int LONGEST_NUMBER = 100;
  private static final int LONGEST_TEXT = 100_000;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(LONGEST_NUMBER)
                          .maxStringLength(LONGEST_TEXT)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonBody() {}

  /**
   * Reads the body of a request.
   *
   * @param types the media types that are taken
   * @param header that names them: {@code Accept-Post} or {@code Accept-Patch}; null for neither
   * @throws ProblemException 415 for another type, 413 for more than {@link #LARGEST}
   * @throws UserException when there is no type, or it is no JSON object
   */
  static ObjectNode read(HttpServletRequest request, List<String> types, String header) {
    requireType(request.getContentType(), types, header);
    if (request.getContentLengthLong() > LARGEST) {
      throw large();
    }
    try {
      byte[] sent = request.getInputStream().readNBytes(LARGEST + 1);
      if (sent.length > LARGEST) {
        throw large();
      }
      return object(sent);
    } catch (IOException e) {
      throw new UserException("The request ended before all of it was sent.", e);
    }
  }

  private static ObjectNode object(byte[] sent) {
    try {
      JsonNode read = JSON.readTree(sent);
      if (read instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException e) {
      throw new UserException(
          "What was sent is not JSON that can be read: "
              + e.getOriginalMessage().lines().findFirst().orElse("it is broken")
              + (e.getLocation() == null
                  ? "."
                  : " (line %d, column %d)."
                      .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr())),
          e);
    }
    throw new UserException("What was sent is no JSON object; send one GeoJSON feature.");
  }

  private static void requireType(String given, List<String> types, String header) {
    String taken = String.join(", ", types);
    if (given == null || given.isBlank()) {
      throw new UserException(
          "The header Content-Type is missing; what is taken here: " + taken + ".");
    }
    try {
      MediaType type = MediaType.parseMediaType(given);
      if (types.stream()
          .map(MediaType::parseMediaType)
          .anyMatch(
              it ->
                  it.getType().equals(type.getType())
                      && it.getSubtype().equals(type.getSubtype()))) {
        return;
      }
    } catch (InvalidMediaTypeException e) {
      throw new UserException("The header Content-Type is no media type; send " + taken + ".", e);
    }
    ProblemException problem =
        new ProblemException(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "This media type is not taken here; send " + taken + ".");
    throw header == null
        ? problem.with(HttpHeaders.ACCEPT, taken)
        : problem.with(header, types.stream().collect(Collectors.joining(", ")));
  }

  private static ProblemException large() {
    return new ProblemException(
        HttpStatus.CONTENT_TOO_LARGE,
        "One feature may have %d MB at most.".formatted(LARGEST / 1_000_000));
  }
}
