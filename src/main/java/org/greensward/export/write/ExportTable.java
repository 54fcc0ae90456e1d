package org.greensward.export.write;

import java.util.List;
import org.greensward.layer.export.CategorizedStyle;
import org.greensward.layer.export.ExportField;
import org.greensward.layer.export.GeometryKind;

/**
 * One table of a file.
 *
 * @param name such as {@code land_areas}
 * @param title for people: {@code DemonstrationLand}
 * @param key the name of the field that tells its rows apart; null where none does
 * @param looks how it is drawn; null where nothing is said
 */
public record ExportTable(
    String name,
    String title,
    List<ExportField> fields,
    String key,
    GeometryKind shape,
    CategorizedStyle looks) {

  /** Where the key stands among the values of a row; -1 without one. */
  int keyIndex() {
    return key == null ? -1 : indexOf(key);
  }

  int indexOf(String field) {
    return fields.stream().map(ExportField::name).toList().indexOf(field);
  }
}
