package org.greensward.council;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.greensward.layer.importing.ImportRow;
import org.greensward.layer.importing.RowFaults;

/** Makes addresses from names as the function {@code slug} of the schema does, each once. */
public final class SlugAssigner {
  private final Map<String, Long> rows = new HashMap<>();

  public static String of(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replace("'", "")
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-+|-+$", "");
  }

  /** The slug of the name in a column; a fault when another row has it. */
  public String require(ImportRow row, String column, RowFaults faults) {
    String name = row.required(column);
    if (name == null) {
      return null;
    }
    String slug = of(name);
    if (slug.isEmpty()) {
      row.fault("%s %s has neither letters nor digits".formatted(column, name));
    }
    Long other = rows.putIfAbsent(slug, row.number());
    if (other != null) {
      faults.add(other, row.number(), "both are " + name);
    }
    return slug;
  }
}
