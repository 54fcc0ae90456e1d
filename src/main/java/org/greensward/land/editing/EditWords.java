package org.greensward.land.editing;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Times as people read them. Templates reach it as {@code @editWords}. */
@Component("editWords")
public class EditWords {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK)
          .withZone(ZoneId.of("Europe/London"));

  /** {@code 1 April 2014, 09:30} in London. */
  public String time(OffsetDateTime at) {
    return TIME.format(at);
  }
}
