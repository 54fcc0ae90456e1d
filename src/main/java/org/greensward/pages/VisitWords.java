package org.greensward.pages;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.greensward.land.LandAt;
import org.greensward.land.ScheduleLine;
import org.greensward.web.InWords;
import org.springframework.stereotype.Component;

/**
 * How often land is visited, in words: what people want to know is how long until the next cut.
 * Templates reach it as {@code @visitWords}.
 */
@Component("visitWords")
public class VisitWords {
  private static final List<String> TIMES =
      List.of("", "once", "twice", "three times", "four times");
  private static final List<String> WEEKS =
      List.of("", "week", "two weeks", "three weeks", "four weeks", "five weeks", "six weeks");
  private static final int FEW = 4;
  private static final int DAYS_OF_A_WEEK = 7;

  private final InWords words;

  VisitWords(InWords words) {
    this.words = words;
  }

  /**
   * {@code cut about every three weeks from mid March to October}; null when no visits are agreed.
   * The pace is the length of the season divided by the visits, rounded to whole weeks.
   */
  public String of(LandAt land) {
    if (land.visits() == null) {
      return null;
    }
    if (land.visits() == 0) {
      return "not visited as a matter of course";
    }
    String season = season(land.seasonFrom(), land.seasonTo());
    return verb(land.assetType()) + " " + pace(land, season) + (season == null ? "" : " " + season);
  }

  /** {@code 13}, {@code 10 to 16}, or nothing when no contract says. */
  public String ofLine(ScheduleLine line) {
    if (line.fewest_visits() == null) {
      return "";
    }
    String least = words.figure(line.fewest_visits());
    String most = words.figure(line.most_visits());
    return least.equals(most) ? least : least + " to " + most;
  }

  private String pace(LandAt land, String season) {
    double visits = land.visits();
    if (visits <= FEW || season == null) {
      return visits == Math.rint(visits) && visits <= FEW
          ? TIMES.get((int) visits) + " a year"
          : words.figure(visits) + " times a year";
    }
    LocalDate from = MonthDay.parse("--" + land.seasonFrom()).atYear(2001);
    LocalDate to = MonthDay.parse("--" + land.seasonTo()).atYear(2001);
    long days = ChronoUnit.DAYS.between(from, to.isBefore(from) ? to.plusYears(1) : to) + 1;
    int weeks = (int) Math.max(1, Math.round(days / visits / DAYS_OF_A_WEEK));
    return weeks < WEEKS.size()
        ? "about every " + WEEKS.get(weeks)
        : words.figure(visits) + " times a year";
  }

  /** {@code from late March to October}; null when no season is agreed. */
  private static String season(String from, String to) {
    if (from == null || to == null) {
      return null;
    }
    return "from " + start(MonthDay.parse("--" + from)) + " to " + end(MonthDay.parse("--" + to));
  }

  private static String start(MonthDay day) {
    return day.getDayOfMonth() == 1 ? month(day) : part(day) + month(day);
  }

  private static String end(MonthDay day) {
    return day.getDayOfMonth() >= 28 ? month(day) : part(day) + month(day);
  }

  private static String part(MonthDay day) {
    return day.getDayOfMonth() <= 10 ? "early " : day.getDayOfMonth() <= 20 ? "mid " : "late ";
  }

  private static String month(MonthDay day) {
    return day.getMonth().getDisplayName(TextStyle.FULL, Locale.UK);
  }

  private static String verb(String assetType) {
    return switch (assetType) {
      case "amenity grass", "rough grass", "conservation grass" -> "cut";
      case "hedge" -> "trimmed";
      default -> "visited";
    };
  }
}
