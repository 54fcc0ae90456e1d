package org.greensward.security.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.greensward.web.Form;
import org.greensward.web.LocalPath;
import org.springframework.http.HttpHeaders;

/**
 * Where somebody was and what they had typed when they were asked to sign in. The page for signing
 * in carries it on, so that nothing has to be remembered of whom nobody knows yet.
 *
 * @param page a path of this service, with its query; null: wherever the role's work is
 * @param fields of the form on that page, without passwords; empty when there was none
 * @param tooMuch whether it was more than is carried on, and is lost
 */
public record SavedForm(String page, LinkedHashMap<String, List<String>> fields, boolean tooMuch)
    implements java.io.Serializable {
  /** Nothing typed, and nowhere to return to. */
  public static final SavedForm NOTHING = new SavedForm(null, new LinkedHashMap<>(), false);

  static final String NEXT = "next";
  private static final String PREFIX = "kept.";
  private static final int MOST = 500_000;

  /** What a form sent whose session was gone. */
  static SavedForm leftBehind(HttpServletRequest request) {
    String page = local(request.getParameter(Form.PAGE));
    if (page == null) {
      page = fromHere(request);
    }
    LinkedHashMap<String, List<String>> fields = new LinkedHashMap<>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (!name.equals(Form.PAGE) && !isSecret(name)) {
                fields.put(name, List.of(values));
              }
            });
    return bounded(page, page == null ? new LinkedHashMap<>() : fields);
  }

  /** What the page for signing in carried on. */
  static SavedForm carriedOn(HttpServletRequest request) {
    LinkedHashMap<String, List<String>> fields = new LinkedHashMap<>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (name.startsWith(PREFIX) && !isSecret(name)) {
                fields.put(name.substring(PREFIX.length()), List.of(values));
              }
            });
    return bounded(local(request.getParameter(NEXT)), fields);
  }

  private static SavedForm bounded(String page, LinkedHashMap<String, List<String>> fields) {
    long size = 0;
    for (Map.Entry<String, List<String>> field : fields.entrySet()) {
      size += field.getKey().length();
      size += field.getValue().stream().mapToLong(String::length).sum();
    }
    return size > MOST
        ? new SavedForm(page, new LinkedHashMap<>(), true)
        : new SavedForm(page, fields, false);
  }

  private static boolean isSecret(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    return plain.contains("password") || plain.contains("_csrf") || plain.equals("code");
  }

  /** The page that a form without a name for it was sent from. */
  private static String fromHere(HttpServletRequest request) {
    String from = request.getHeader(HttpHeaders.REFERER);
    if (from == null) {
      return null;
    }
    try {
      URI uri = new URI(from);
      boolean ours = request.getServerName().equals(uri.getHost());
      return ours ? local(uri.getRawPath()) : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** A path of this service, or null: nobody is led elsewhere, nor round in a circle. */
  static String local(String page) {
    return LocalPath.find(page).filter(it -> !it.matches("/sign-(in|out)\\b.*")).orElse(null);
  }

  public boolean isEmpty() {
    return fields.isEmpty();
  }

  /** The page's path, by which its form is found again. */
  String path() {
    return page.replaceAll("[?#].*", "");
  }

  /** The names of hidden fields that carry it on, each with its values. */
  public Map<String, List<String>> hidden() {
    Map<String, List<String>> hidden = new LinkedHashMap<>();
    if (page != null) {
      hidden.put(NEXT, List.of(page));
    }
    fields.forEach((name, values) -> hidden.put(PREFIX + name, values));
    return hidden;
  }

  @Override
  public String toString() {
    return "Typed[%s, %s]".formatted(page, Arrays.toString(fields.keySet().toArray()));
  }
}
