package org.greensward.layer.export;

/**
 * Whose rows are taken.
 *
 * @param slug for the name of a file: {@code olney-town-council}, {@code all}
 * @param title for people
 * @param councils ids of the councils; null for all there is
 * @param forum the id of the forum that was named; null without one
 * @param lots ids of the lots of contracts to which land is limited; null for all land
 */
public record ExportScope(String slug, String title, Long[] councils, Long forum, Long[] lots) {

  /** Of some councils or of all, whatever the lot. */
  public ExportScope(String slug, String title, Long[] councils, Long forum) {
    this(slug, title, councils, forum, null);
  }

  /** The land and pieces of some lots, whosoever the councils; no other layer is limited by it. */
  public static ExportScope ofLots(String slug, String title, Long[] lots) {
    return new ExportScope(slug, title, null, null, lots);
  }
}
