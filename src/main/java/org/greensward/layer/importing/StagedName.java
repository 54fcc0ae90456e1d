package org.greensward.layer.importing;

import java.util.Locale;

/** The names of columns in a staging table. */
public final class StagedName {
  private StagedName() {}

  /** A field's name in lower case, everything but letters and digits made an underscore. */
  public static String of(String field) {
    return field.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
  }
}
