package org.greensward.exchange.write;

import java.util.List;

/**
 * One table of a file.
 *
 * @param name such as {@code land_areas}
 * @param title for people: {@code Land}
 * @param key the name of the field that tells its rows apart; null where none does
 * @param looks how it is drawn; null where nothing is said
 */
public record Table(
    String name, String title, List<Field> fields, String key, Shape shape, Looks looks) {

  /** Where the key stands among the values of a row; -1 without one. */
  int keyIndex() {
    return key == null ? -1 : indexOf(key);
  }

  int indexOf(String field) {
    return fields.stream().map(Field::name).toList().indexOf(field);
  }
}
