package org.greensward.engagement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.greensward.web.SelectOption;
import org.springframework.context.MessageSource;

/** The steps of engagement, in the order in which they are hoped for, as the database has them. */
public final class EngagementSteps {
  /** Where a council stands of which no step is recorded. */
  public static final String NOTHING = "nothing";

  public static final String RESOLVED = "resolved";
  public static final List<String> ALL =
      List.of("told", "workshop", "maps", "figures", RESOLVED, "signed", "withdrawn");

  /** What can be planned: nobody plans a withdrawal. */
  public static final List<String> PLANNED = ALL.subList(0, ALL.size() - 1);

  private EngagementSteps() {}

  /** The columns of the board: nothing recorded, then each step. */
  public static List<String> columns() {
    List<String> columns = new ArrayList<>(List.of(NOTHING));
    columns.addAll(ALL);
    return columns;
  }

  /** Steps to choose from. */
  public static List<SelectOption> options(List<String> steps, MessageSource messages) {
    Function<String, String> word =
        step -> messages.getMessage("engage.step." + step, null, Locale.UK);
    return steps.stream().map(step -> new SelectOption(step, word.apply(step))).toList();
  }
}
