package org.greensward.layer.admin;

import java.util.List;

/**
 * What waits for an officer, as the start page {@code /manage} shows it: every bean of this type is
 * a card there. It is asked at each visit, as the officer who looks.
 */
public interface DashboardCard {

  /** A text of the bundle: the heading, which is the link's text too. */
  String title();

  /** What waits now. */
  Sentence sentence();

  /** Path of the page where it is dealt with. */
  String link();

  /** Cards with lower numbers come first. */
  default int order() {
    return 100;
  }

  /**
   * A text of the bundle.
   *
   * @param values what is filled in
   */
  record Sentence(String key, List<Object> values) {
    public static Sentence of(String key, Object... values) {
      return new Sentence(key, List.of(values));
    }
  }
}
