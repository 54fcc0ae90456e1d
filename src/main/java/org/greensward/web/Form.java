package org.greensward.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody typed into a form, and what is wrong with it, field by field. Reading a value
 * checks it: what does not fit is noted at the field and given as null, so that all faults of a
 * form are told at once. The fragments of {@code form.html} show both.
 */
public final class Form {
  /** The field that names the page a form stands on, so that it can be shown again. */
  public static final String PAGE = "_page";

  private static final String KEPT = Form.class.getName();
  private static final List<String> OURS = List.of("_csrf", PAGE);

  private final Map<String, List<String>> values;
  private final Map<String, Message> errors = new LinkedHashMap<>();

  private final boolean kept;

  private Form(Map<String, List<String>> values) {
    this(values, false);
  }

  private Form(Map<String, List<String>> values, boolean kept) {
    this.values = new LinkedHashMap<>(values);
    this.kept = kept;
  }

  /**
   * A text of the bundle.
   *
   * @param arguments its values
   */
  public record Message(String key, Object[] arguments) {}

  /**
   * A form that shows what is there already; null is shown as nothing, a list is several values.
   */
  public static Form showing(Map<String, ?> values) {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    values.forEach(
        (name, value) ->
            texts.put(
                name,
                value instanceof List<?> several
                    ? several.stream().map(String::valueOf).toList()
                    : List.of(value == null ? "" : String.valueOf(value))));
    return new Form(texts);
  }

  /** What was sent. */
  public static Form sent(HttpServletRequest request) {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    request
        .getParameterMap()
        .forEach(
            (name, given) -> {
              if (!OURS.contains(name)) {
                texts.put(name, Arrays.stream(given).map(Form::cleaned).toList());
              }
            });
    return new Form(texts);
  }

  /**
   * The form of a page: what was typed into it before the session ended, if that was so, else what
   * is there already.
   */
  public static Form of(HttpServletRequest request, Map<String, ?> there) {
    HttpSession session = request.getSession(false);
    if (session != null && session.getAttribute(KEPT) instanceof Kept kept) {
      if (kept.page.equals(request.getRequestURI())) {
        session.removeAttribute(KEPT);
        return new Form(kept.values, true);
      }
    }
    return showing(there);
  }

  /** Keeps what was typed until its page is shown in this session; the path is without query. */
  public static void keep(HttpSession session, String path, Map<String, List<String>> values) {
    session.setAttribute(KEPT, new Kept(path, new LinkedHashMap<>(values)));
  }

  private record Kept(String page, LinkedHashMap<String, List<String>> values)
      implements java.io.Serializable {}

  /** Windows sends line ends of its own; blanks at the ends are nobody's intention. */
  private static String cleaned(String text) {
    return text.replace("\r\n", "\n").strip();
  }

  /** What was typed, as it was; empty where nothing was. */
  public String value(String field) {
    List<String> typed = values.getOrDefault(field, List.of());
    return typed.isEmpty() ? "" : typed.get(0);
  }

  /** All that was chosen of a field that may have several. */
  public List<String> values(String field) {
    return values.getOrDefault(field, List.of());
  }

  /** Whether one of the values of a field is this. */
  public boolean has(String field, String value) {
    return values(field).contains(value);
  }

  /** Whether it was typed before the session ended, and nothing of it has been saved. */
  public boolean isKept() {
    return kept;
  }

  /** Gives a field that was not sent what is there already: another form of the same page. */
  public Form fill(String field, String value) {
    values.putIfAbsent(field, List.of(value));
    return this;
  }

  /** Gives a field another value than was typed, where the page itself has to say it. */
  public Form put(String field, String value) {
    values.put(field, List.of(value));
    return this;
  }

  /** The same for a field that may have several. */
  public Form putAll(String field, List<String> several) {
    values.put(field, List.copyOf(several));
    return this;
  }

  public boolean isFaulty() {
    return !errors.isEmpty();
  }

  public Map<String, Message> errors() {
    return errors;
  }

  /** What is wrong with a field; null for nothing. */
  public Message error(String field) {
    return errors.get(field);
  }

  /** Notes what is wrong with a field; the first fault of a field is the one that is told. */
  public Form refuse(String field, String key, Object... arguments) {
    errors.putIfAbsent(field, new Message(key, arguments));
    return this;
  }

  /** A text that may be left out: null then. Lines are allowed. */
  public String optional(String field, int longest) {
    String typed = value(field);
    if (typed.length() > longest) {
      refuse(field, "form.too-long", typed.length(), longest);
      return null;
    }
    if (typed.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
      refuse(field, "form.control-character");
      return null;
    }
    return typed.isEmpty() ? null : typed;
  }

  /** A text that is needed. */
  public String required(String field, int longest) {
    if (value(field).isEmpty()) {
      refuse(field, "form.required");
      return null;
    }
    return optional(field, longest);
  }

  /** One of some words; null and refused when it is another or none. */
  public String oneOf(String field, List<String> words) {
    String typed = value(field);
    if (!words.contains(typed)) {
      refuse(field, typed.isEmpty() ? "form.choose" : "form.not-one-of", typed);
      return null;
    }
    return typed;
  }

  /** A date as year-month-day, which is what date fields send; null where there is none. */
  public LocalDate optionalDate(String field) {
    String typed = value(field);
    if (typed.isEmpty()) {
      return null;
    }
    try {
      LocalDate date = LocalDate.parse(typed);
      if (date.getYear() >= 1800 && date.getYear() < 2200) {
        return date;
      }
    } catch (DateTimeParseException e) {
      // told below
    }
    refuse(field, "form.date", typed);
    return null;
  }

  public LocalDate requiredDate(String field) {
    if (value(field).isEmpty()) {
      refuse(field, "form.required");
      return null;
    }
    return optionalDate(field);
  }

  /**
   * A number that is not negative; null where there is none. Commas between thousands are allowed.
   */
  public BigDecimal optionalNumber(String field) {
    String typed = value(field).replace(",", "");
    if (typed.isEmpty()) {
      return null;
    }
    if (typed.matches("[0-9]{1,12}(\\.[0-9]{1,6})?")) {
      return new BigDecimal(typed);
    }
    refuse(field, "form.number", value(field));
    return null;
  }

  /** Names of the fields that were filled. */
  public List<String> fields() {
    return new ArrayList<>(values.keySet());
  }
}
