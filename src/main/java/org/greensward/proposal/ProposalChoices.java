package org.greensward.proposal;

import java.util.List;
import java.util.Locale;
import org.greensward.web.SelectOption;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words of the database as choices of a form, each with its text. */
@Component
public class ProposalChoices {
  private final MessageSource messages;

  ProposalChoices(MessageSource messages) {
    this.messages = messages;
  }

  /**
   * @param group of texts: that of {@code top up} has the key {@code GROUP.top-up}
   */
  public List<SelectOption> of(String group, List<String> words) {
    return words.stream()
        .map(
            word ->
                new SelectOption(
                    word,
                    messages.getMessage(group + "." + word.replace(' ', '-'), null, Locale.UK)))
        .toList();
  }
}
