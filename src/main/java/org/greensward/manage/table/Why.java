package org.greensward.manage.table;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greensward.web.Form;
import org.greensward.web.Option;

/**
 * Why a row is changed, as the audit trail keeps it.
 *
 * @param source what the change rests on, and on whose behalf it is made; null for nothing
 */
record Why(String reason, String source) {
  static final String REASON = "change_reason";
  static final String SOURCE = "change_source";
  static final String COUNCIL = "change_for";

  private static final int LONGEST = 1000;

  /**
   * @param councils on whose behalf it may be; the value is the id
   */
  static Why read(Form form, List<Option> councils) {
    String reason = form.required(REASON, LONGEST);
    String source = form.optional(SOURCE, LONGEST);
    String council = form.value(COUNCIL);
    String name =
        councils.stream()
            .filter(it -> it.value().equals(council))
            .map(it -> "on behalf of " + it.text())
            .findFirst()
            .orElse(null);
    if (!council.isEmpty() && name == null) {
      form.refuse(COUNCIL, "form.not-one-of", council);
    }
    String all = Stream.of(name, source).filter(it -> it != null).collect(Collectors.joining(": "));
    return new Why(reason, all.isEmpty() ? null : all);
  }
}
