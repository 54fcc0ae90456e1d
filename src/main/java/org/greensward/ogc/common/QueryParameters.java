package org.greensward.ogc.common;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greensward.error.UserException;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The parameters of an address, read strictly: one that is not known is refused, and so is one that
 * is given twice.
 */
public final class QueryParameters {
  private final Map<String, String> values;

  private QueryParameters(Map<String, String> values) {
    this.values = values;
  }

  /**
   * The parameters of a request.
   *
   * @throws UserException when there is one that is not known; the sentence lists those that are
   */
  public static QueryParameters of(HttpServletRequest request, Collection<String> known) {
    Map<String, String> values = new LinkedHashMap<>();
    String query = request.getQueryString();
    MultiValueMap<String, String> given =
        UriComponentsBuilder.newInstance()
            .query(query == null ? "" : query)
            .build()
            .getQueryParams();
    for (Map.Entry<String, List<String>> parameter : given.entrySet()) {
      String name = decoded(parameter.getKey());
      if (!known.contains(name)) {
        throw new UserException(
            "There is no parameter %s here; those that there are: %s."
                .formatted(name, String.join(", ", new ArrayList<>(known))));
      }
      if (parameter.getValue().size() > 1 || values.containsKey(name)) {
        throw new UserException(
            "The parameter " + name + " is given more than once; give it once, with commas.");
      }
      String value = parameter.getValue().get(0);
      values.put(name, value == null ? "" : decoded(value));
    }
    return new QueryParameters(values);
  }

  /** The value of a parameter; null when it is not given or empty. */
  public String find(String name) {
    String value = values.get(name);
    return value == null || value.isBlank() ? null : value;
  }

  /** All that were given, in their order. */
  public Map<String, String> values() {
    return values;
  }

  private static String decoded(String text) {
    try {
      return UriUtils.decode(text.replace('+', ' '), "UTF-8");
    } catch (IllegalArgumentException e) {
      throw new UserException("A parameter is not encoded as addresses are: " + text + ".");
    }
  }
}
