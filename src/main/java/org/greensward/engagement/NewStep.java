package org.greensward.engagement;

import java.time.LocalDate;
import org.greensward.web.Form;

/**
 * A step that is to be recorded.
 *
 * @param corrects id of the one that it stands for; null for a new one
 */
public record NewStep(
    String step, LocalDate day, String words, String minute, String document, Long corrects) {
  private static final int SENTENCE = 300;
  private static final int TEXT = 2000;

  /** Reads a form whose fields are named like the parts; faults are noted in it. */
  static NewStep of(Form form, LocalDate today, Long corrects) {
    NewStep step =
        new NewStep(
            form.oneOf("step", EngagementSteps.ALL),
            form.requiredDate("day"),
            form.optional("words", TEXT),
            form.optional("minute", SENTENCE),
            form.optional("document", SENTENCE),
            corrects);
    step.check(form, today);
    return step;
  }

  /** A resolution that a council records itself. */
  static NewStep resolution(Form form, LocalDate today) {
    NewStep step =
        new NewStep(
            EngagementSteps.RESOLVED,
            form.requiredDate("day"),
            form.optional("words", TEXT),
            form.required("minute", SENTENCE),
            form.optional("document", SENTENCE),
            null);
    step.check(form, today);
    return step;
  }

  private void check(Form form, LocalDate today) {
    if (EngagementSteps.RESOLVED.equals(step) && minute == null) {
      form.refuse("minute", "engage.minute.required");
    }
    if (day != null && day.isAfter(today)) {
      form.refuse("day", "engage.day.future");
    }
    if (day != null && day.getYear() < 1991) {
      form.refuse("day", "engage.day.early");
    }
  }
}
