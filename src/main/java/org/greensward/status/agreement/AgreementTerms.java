package org.greensward.status.agreement;

import java.time.LocalDate;
import org.greensward.web.Form;

/** What a form says about an agreement, without the land. */
record AgreementTerms(
    String document, LocalDate from, LocalDate until, LocalDate reviewOn, LocalDate signedOn) {
  private static final int SENTENCE = 300;

  static AgreementTerms of(Form form) {
    AgreementTerms terms =
        new AgreementTerms(
            form.optional("document", SENTENCE),
            form.requiredDate("from"),
            form.optionalDate("until"),
            form.optionalDate("review-on"),
            form.optionalDate("signed-on"));
    if (terms.from != null && terms.until != null && terms.until.isBefore(terms.from)) {
      form.refuse("until", "engage.agreement.ends-before");
    }
    return terms;
  }

  /** The day after the last, as ranges have it; null for no end. */
  LocalDate end() {
    return until == null ? null : until.plusDays(1);
  }
}
