package org.greensward.ogc.common;

import java.util.List;
import org.greensward.error.UserException;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/** What a response is written as: for a program or for people. */
public enum OgcFormat {
  JSON("json"),
  HTML("html");

  /** The parameter that chooses it; without, {@code Accept} does. */
  public static final String PARAMETER = "f";

  private final String word;

  OgcFormat(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  OgcFormat other() {
    return this == JSON ? HTML : JSON;
  }

  /**
   * The format that is asked for.
   *
   * @param f the parameter, or null
   * @param accept the header, or null
   * @param json the media type of the resource for programs, which is offered before HTML
   */
  public static OgcFormat of(String f, String accept, String json)
      throws HttpMediaTypeNotAcceptableException {
    if (f != null) {
      for (OgcFormat format : values()) {
        if (format.word.equals(f)) {
          return format;
        }
      }
      throw new UserException("f=" + f + " is not offered; it is json or html.");
    }
    List<MediaType> offered =
        List.of(MediaType.parseMediaType(json), MediaType.APPLICATION_JSON, MediaType.TEXT_HTML);
    for (MediaType wanted : accepted(accept)) {
      for (MediaType one : offered) {
        if (wanted.includes(one)) {
          return one.equals(MediaType.TEXT_HTML) ? HTML : JSON;
        }
      }
    }
    throw new HttpMediaTypeNotAcceptableException(offered);
  }

  /** By quality, the first of equals first; parameters say nothing here. */
  private static List<MediaType> accepted(String accept) {
    if (accept == null || accept.isBlank()) {
      return List.of(MediaType.ALL);
    }
    try {
      return MediaType.parseMediaTypes(accept).stream()
          .filter(type -> type.getQualityValue() > 0)
          .sorted((a, b) -> Double.compare(b.getQualityValue(), a.getQualityValue()))
          .map(type -> new MediaType(type.getType(), type.getSubtype()))
          .toList();
    } catch (InvalidMediaTypeException e) {
      throw new UserException(
          "The header Accept is not a list of media types: " + e.getMessage() + ".");
    }
  }
}
