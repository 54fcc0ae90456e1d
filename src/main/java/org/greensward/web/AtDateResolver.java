package org.greensward.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.greensward.error.UserException;
import org.greensward.revision.WorkingDate;
import org.springframework.stereotype.Component;

/** Reads the parameter {@code at}, the date whose state is asked for. */
@Component
public class AtDateResolver {
  private static final LocalDate EARLIEST = LocalDate.of(1800, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

  private final WorkingDate workingDate;

  AtDateResolver(WorkingDate workingDate) {
    this.workingDate = workingDate;
  }

  /**
   * The date of a parameter as it stands in the address; the working date when it is absent.
   *
   * @throws UserException when it is no date between 1800 and 2200
   */
  public LocalDate of(String at) {
    if (at == null || at.isBlank()) {
      return workingDate.today();
    }
    try {
      LocalDate date = LocalDate.parse(at);
      if (!date.isBefore(EARLIEST) && date.isBefore(LATEST)) {
        return date;
      }
    } catch (DateTimeParseException e) {
      // Told below, as every text that is no date.
    }
    throw new UserException(
        "at="
            + at
            + " is not a date between 1800 and 2200; write it as year-month-day, for"
            + " example at=2014-06-01.");
  }
}
