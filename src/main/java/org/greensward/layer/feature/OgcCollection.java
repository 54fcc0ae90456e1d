package org.greensward.layer.feature;

import java.util.List;
import org.greensward.layer.export.ExportField;
import org.greensward.layer.export.ExportLayer;
import org.greensward.layer.export.GeometryKind;

/**
 * A layer as a collection of features.
 *
 * @param id in addresses
 * @param layer whose rows they are
 * @param shape of the geometries
 * @param keys what names a feature, as SQL on the rows' columns; they are in the order of features,
 *     and so are two that a colon joins
 * @param numericKey whether the one key is a number
 * @param history whether each row stands for a span of dates ({@code from}, {@code to}) and all are
 *     there unless a date is asked for; else the collection is the state at one date
 * @param tiles the layer of tiles that shows the same; null for none
 * @param description for people
 */
public record OgcCollection(
    String id,
    ExportLayer layer,
    GeometryKind shape,
    List<String> keys,
    boolean numericKey,
    boolean history,
    String tiles,
    String description) {
  /** What {@link ExportLayer#fewSql} asks parcel by parcel, and leaves out when it counts. */
  private static final List<String> COSTLY =
      List.of("\"looked_after_by\"", "\"looked_after_by_kind\"", "\"parishes\"", "\"councils\"");

  /** What joins the keys of a feature that has two, in its id. */
  public static final char JOINT = ':';

  public String title() {
    return layer.title();
  }

  /** The properties of a feature. What its id says already is none. */
  public List<ExportField> fields() {
    return layer.fields().stream().filter(field -> !field.name().equals("id")).toList();
  }

  /** Whether each feature has a geometry: a council may have no place yet, a forum no council. */
  public boolean isPlaced() {
    return layer.sources().contains("land") || id.equals("parishes");
  }

  /** Whether a condition needs what is cheaper to find for all features than for each. */
  public boolean isCostly(String condition) {
    return layer.fewSql() != null && COSTLY.stream().anyMatch(condition::contains);
  }

  /** A feature's id as a text, in SQL. */
  public String idSql() {
    return keys.size() == 1
        ? "CAST(" + keys.get(0) + " AS text)"
        : String.join(" || '" + JOINT + "' || ", keys);
  }
}
