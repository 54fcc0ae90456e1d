package org.greensward.land;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.greensward.web.DisplayFormats;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * How often land is visited, in words: what people want to know is how long until the next cut.
 * Templates reach it as {@code @visitWords}.
 */
@Component("visitWords")
public class VisitWords {
  private static final int FEW = 4;
  private static final int MOST_WEEKS = 6;
  private static final int DAYS_OF_A_WEEK = 7;
  private static final int EARLY = 10;
  private static final int MID = 20;
  private static final int LAST = 28;

  private final DisplayFormats words;
  private final MessageSource messages;

  VisitWords(DisplayFormats words, MessageSource messages) {
    this.words = words;
    this.messages = messages;
  }

  /**
   * {@code cut about every three weeks from mid March to October}; null when no visits are agreed.
   * The pace is the length of the season divided by the visits, rounded to whole weeks.
   */
  public String of(LandAtPoint land) {
    if (land.visits() == null) {
      return null;
    }
    if (land.visits() == 0) {
      return text("visits.never");
    }
    String visited = text("visits." + verb(land.assetType()), pace(land));
    return hasSeason(land)
        ? text("visits.season", visited, start(land.seasonFrom()), end(land.seasonTo()))
        : visited;
  }

  /** {@code 13}, {@code 10 to 16}, or nothing when no contract says. */
  public String ofLine(ScheduleLine line) {
    if (line.fewest_visits() == null) {
      return "";
    }
    String least = words.figure(line.fewest_visits());
    String most = words.figure(line.most_visits());
    return least.equals(most) ? least : text("visits.range", least, most);
  }

  private String pace(LandAtPoint land) {
    double visits = land.visits();
    if (visits > FEW && hasSeason(land)) {
      long weeks = Math.max(1, Math.round(days(land) / visits / DAYS_OF_A_WEEK));
      if (weeks <= MOST_WEEKS) {
        return text("visits.weeks." + weeks);
      }
    }
    return visits == Math.rint(visits) && visits <= FEW
        ? text("visits.times." + (int) visits)
        : text("visits.times", words.figure(visits));
  }

  private static boolean hasSeason(LandAtPoint land) {
    return land.seasonFrom() != null && land.seasonTo() != null;
  }

  /** How long the season is, both ends in it; it may run over the new year. */
  private static long days(LandAtPoint land) {
    LocalDate from = day(land.seasonFrom()).atYear(2001);
    LocalDate to = day(land.seasonTo()).atYear(2001);
    return ChronoUnit.DAYS.between(from, to.isBefore(from) ? to.plusYears(1) : to) + 1;
  }

  /** {@code March} from its first day, else {@code mid March}. */
  private String start(String season) {
    MonthDay day = day(season);
    return day.getDayOfMonth() == 1 ? month(day) : part(day);
  }

  /** {@code October} to its end, else {@code mid October}. */
  private String end(String season) {
    MonthDay day = day(season);
    return day.getDayOfMonth() >= LAST ? month(day) : part(day);
  }

  private String part(MonthDay day) {
    int number = day.getDayOfMonth();
    return text(
        "visits." + (number <= EARLY ? "early" : number <= MID ? "mid" : "late"), month(day));
  }

  private static MonthDay day(String season) {
    return MonthDay.parse("--" + season);
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

  private String text(String key, Object... values) {
    return messages.getMessage(key, values, Locale.UK);
  }
}
