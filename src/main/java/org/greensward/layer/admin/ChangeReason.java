package org.greensward.layer.admin;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greensward.web.Form;
import org.greensward.web.SelectOption;

/**
 * Why a row is changed, as the audit trail keeps it.
 *
 * @param source what the change rests on, and on whose behalf it is made; null for nothing
 */
public record ChangeReason(String reason, String source) {
  public static final String REASON = "change_reason";
  public static final String SOURCE = "change_source";
  public static final String COUNCIL = "change_for";

  private static final int LONGEST = 1000;

  /**
   * @param councils on whose behalf it may be; the value is the id
   */
  public static ChangeReason read(Form form, List<SelectOption> councils) {
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
    return new ChangeReason(reason, all.isEmpty() ? null : all);
  }
}
