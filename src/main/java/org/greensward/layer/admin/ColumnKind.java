package org.greensward.layer.admin;

/** How a column is typed and kept. */
public enum ColumnKind {
  TEXT,
  LONG_TEXT,
  /** A number with decimals, not negative. */
  NUMBER,
  /** A whole number, not negative. */
  WHOLE,
  DATE,
  /** A range of dates, typed as two: the first day of it, and the first day after it. */
  RANGE,
  /** One of some words. */
  CHOICE,
  /** A row of another table. */
  REFERENCE,
  FLAG,
  /** Several texts, one a line. */
  LIST,
  /** Rows of another table, ticked; kept in a table between the two. */
  LINKS,
  /** A point of the British National Grid, typed as easting and northing in metres. */
  POINT,
  /** From when the public sees it: a date, which begins in London. */
  RELEASE;

  boolean isText() {
    return this == TEXT || this == LONG_TEXT || this == LIST;
  }
}
