package org.greensward.admin;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.greensward.DemonstrationApp;
import org.greensward.security.TestAccounts.Session;

/**
 * A form as a browser without script has it: all its fields with the values it came with, to be
 * filled in and sent, also long after it was opened.
 */
public final class WorkbookSheet {
  private static final Pattern FORM =
      Pattern.compile(
          "<form method=\"post\"[^>]*action=\"(/(?:manage|councils)/[^\"]*)\".*?</form>",
          Pattern.DOTALL);
  private static final Pattern INPUT = Pattern.compile("<input[^>]*>");
  private static final Pattern AREA =
      Pattern.compile("<textarea[^>]*name=\"([^\"]+)\"[^>]*>(.*?)</textarea>", Pattern.DOTALL);
  private static final Pattern SELECT =
      Pattern.compile("<select[^>]*name=\"([^\"]+)\".*?</select>", Pattern.DOTALL);
  private static final Pattern CHOSEN =
      Pattern.compile("<option[^>]*value=\"([^\"]*)\"[^>]*selected=\"selected\"");

  private final Session session;
  private final String action;
  private final Map<String, List<String>> values = new LinkedHashMap<>();

  private WorkbookSheet(Session session, String page) {
    this.session = session;
    Matcher form = FORM.matcher(page);
    if (!form.find()) {
      throw new AssertionError("no form: " + page);
    }
    this.action = plain(form.group(1));
    for (Matcher input = INPUT.matcher(form.group()); input.find(); ) {
      String type = attribute(input.group(), "type");
      boolean ticked = input.group().contains("checked=");
      if (ticked || !(type.equals("radio") || type.equals("checkbox"))) {
        add(attribute(input.group(), "name"), attribute(input.group(), "value"));
      }
    }
    for (Matcher area = AREA.matcher(form.group()); area.find(); ) {
      add(area.group(1), plain(area.group(2)));
    }
    for (Matcher select = SELECT.matcher(form.group()); select.find(); ) {
      Matcher chosen = CHOSEN.matcher(select.group());
      add(select.group(1), chosen.find() ? plain(chosen.group(1)) : "");
    }
  }

  /** The first form of a page that changes something. */
  public static WorkbookSheet open(Session session, String path) {
    return of(session, session.get(path).body());
  }

  public static WorkbookSheet of(Session session, String page) {
    return new WorkbookSheet(session, page);
  }

  private void add(String name, String value) {
    values.computeIfAbsent(name, it -> new ArrayList<>()).add(value);
  }

  public String value(String name) {
    return String.join(",", values.getOrDefault(name, List.of()));
  }

  public WorkbookSheet with(String name, String... given) {
    values.put(name, List.of(given));
    return this;
  }

  public HttpResponse<String> send() {
    String body =
        values.entrySet().stream()
            .flatMap(it -> it.getValue().stream().map(v -> encode(it.getKey()) + "=" + encode(v)))
            .collect(Collectors.joining("&"));
    return session.send(
        HttpRequest.newBuilder(URI.create(DemonstrationApp.address() + action))
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String attribute(String tag, String name) {
    Matcher value = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(tag);
    return value.find() ? plain(value.group(1)) : "";
  }

  private static String plain(String html) {
    return html.replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
