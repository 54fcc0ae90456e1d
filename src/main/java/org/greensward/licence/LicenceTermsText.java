package org.greensward.licence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The terms of a licence as people read them: its own, or those that follow from the rest. */
@Component
public class LicenceTermsText {
  private final MessageSource messages;

  LicenceTermsText(MessageSource messages) {
    this.messages = messages;
  }

  /** Paragraphs of plain text, never none. */
  public List<String> paragraphs(Licence licence) {
    if (licence.terms() != null) {
      return Arrays.stream(licence.terms().split("\n\\s*\n")).map(String::strip).toList();
    }
    List<String> paragraphs = new ArrayList<>();
    String flag = licence.flag().word().replace(' ', '-');
    paragraphs.add(text("licence.terms.for." + flag));
    paragraphs.add(text("licence.terms.line", licence.line()));
    paragraphs.add(text("licence.terms.attribution", licence.attribution()));
    if (!licence.isOpen()) {
      paragraphs.add(text("licence.terms.keep"));
    }
    return paragraphs;
  }

  private String text(String key, Object... values) {
    return messages.getMessage(key, values, Locale.UK);
  }
}
