package org.greensward.engagement.changes;

import java.time.LocalDate;
import java.util.List;
import org.greensward.engagement.EngagementSteps;
import org.greensward.status.agreement.AgreementDueDate;

/**
 * What changed since a day, as one page tells it. Lists have as many lines as one page has room
 * for; the numbers beside them say how many there are in all.
 *
 * @param forum whether it is for the parishes forum: then nothing of single councils is in it but
 *     what is public, and {@code moved} is empty
 * @param steps how many councils stood at each step then and now
 * @param statuses how many had each status, as it was published, then and now
 * @param moved councils whose step is another than it was
 */
public record ChangeReport(
    boolean forum,
    LocalDate since,
    LocalDate today,
    List<Count> steps,
    List<Count> statuses,
    Listed<Move> moved,
    Listed<News> news,
    Listed<Signed> signed,
    Listed<AgreementDueDate> due) {
  private static final int FEW = 16;
  private static final int MANY = 36;

  /**
   * How close the printed page is set, so that it stays one: {@code few}, {@code some}, {@code
   * many}.
   */
  public String density() {
    int lines = moved.lines.size() + news.lines.size() + signed.lines.size() + due.lines.size();
    return lines <= FEW ? "few" : lines <= MANY ? "some" : "many";
  }

  /** How many councils then and now. */
  public record Count(String of, int then, int now) {}

  /** A council that took a step; before is {@link EngagementSteps#NOTHING} where there was none. */
  public record Move(String slug, String council, String before, String after, LocalDate day) {
    public boolean first() {
      return before.equals(EngagementSteps.NOTHING);
    }
  }

  /** A status that was published. */
  public record News(String slug, String council, String status, LocalDate since) {}

  /** An agreement that was signed. */
  public record Signed(String slug, String council, String document, LocalDate signedOn) {}

  /** The first lines of a list, and how many more there are. */
  public record Listed<T>(List<T> lines, int more) {
    static <T> Listed<T> of(List<T> all, int room) {
      int shown = Math.min(room, all.size());
      return new Listed<>(List.copyOf(all.subList(0, shown)), all.size() - shown);
    }
  }
}
