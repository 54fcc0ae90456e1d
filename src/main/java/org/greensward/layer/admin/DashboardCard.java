package org.greensward.layer.admin;

import java.util.List;
import java.util.function.Supplier;

/**
 * What waits for an officer, as the start page {@code /manage} shows it: every bean of this type is
 * a card there.
 *
 * @param title a text of the bundle: the heading, which is the link's text too
 * @param count says what waits now; it is called at each visit, as the officer who looks
 * @param link path of the page where it is dealt with
 * @param order cards with lower numbers come first
 */
public record DashboardCard(String title, Supplier<Sentence> count, String link, int order) {
  /** A way to a page of which there is nothing to count. */
  public static DashboardCard ofLink(String title, String sentence, String link, int order) {
    Sentence text = Sentence.of(sentence);
    return new DashboardCard(title, () -> text, link, order);
  }

  /** What waits now. */
  public Sentence sentence() {
    return count.get();
  }

  /**
   * A text of the bundle.
   *
   * @param values what is filled in
   */
  public record Sentence(String key, List<Object> values) {
    public static Sentence of(String key, Object... values) {
      return new Sentence(key, List.of(values));
    }
  }
}
