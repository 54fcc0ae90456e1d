package org.greensward.layer.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.greensward.error.UserException;

/** Which column of a file is which of ours: as told, else by the same name, else by an alias. */
public final class ColumnMap {
  private final List<ImportColumn> columns;
  private final Map<String, String> fields; // our name to the file's

  private ColumnMap(List<ImportColumn> columns, Map<String, String> fields) {
    this.columns = columns;
    this.fields = fields;
  }

  /**
   * @param mapping our names to the file's, as told by {@code --map}
   * @throws UserException when a required column is missing, or the mapping names what is not there
   */
  public static ColumnMap resolve(
      String layer, List<ImportColumn> columns, SourceFile file, Map<String, String> mapping) {
    Set<String> present = new LinkedHashSet<>();
    file.layers().forEach(sourceLayer -> present.addAll(sourceLayer.fields()));
    String fileName = file.path().getFileName().toString();
    refuseUnknownNames(layer, columns, mapping);
    Map<String, String> fields = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    for (ImportColumn column : columns) {
      String told = mapping.get(column.name());
      Optional<String> field = told == null ? recognise(column, present) : same(told, present);
      if (told != null && field.isEmpty()) {
        throw new UserException(
            "%s has no column %s, which --map names for %s; its columns are %s."
                .formatted(fileName, told, column.name(), list(present)));
      }
      field.ifPresent(name -> fields.put(column.name(), name));
      if (field.isEmpty() && column.required()) {
        missing.add(column.name());
      }
    }
    if (!missing.isEmpty()) {
      throw new UserException(
          "%s has no column for %s; its columns are %s. Say which it is with --map %s=COLUMN."
              .formatted(
                  fileName,
                  String.join(", ", missing),
                  list(present),
                  String.join("=COLUMN,", missing)));
    }
    return new ColumnMap(columns, fields);
  }

  /** Whether the file has a column for one of ours. */
  public boolean has(String name) {
    return fields.containsKey(name);
  }

  /** What the file calls one of our columns, where it calls it otherwise. */
  public List<String> renamed() {
    return fields.entrySet().stream()
        .filter(field -> !field.getKey().equalsIgnoreCase(field.getValue()))
        .map(field -> field.getKey() + " from " + field.getValue())
        .toList();
  }

  /**
   * The select list that gives a staging table our column names: text without blanks around it,
   * null where it is empty or the file has no such column.
   */
  public String selectList() {
    return columns.stream()
        .map(
            column ->
                has(column.name())
                    ? "nullif(btrim(\"%s\"), '') AS \"%s\""
                        .formatted(StagedName.of(fields.get(column.name())), column.name())
                    : "NULL::text AS \"%s\"".formatted(column.name()))
        .collect(Collectors.joining(", "));
  }

  /**
   * The select list that gives a staging table our column names and leaves its text as it is: empty
   * where it is null or the file has no such column.
   */
  public String rawList() {
    return columns.stream()
        .map(
            column ->
                has(column.name())
                    ? "coalesce(\"%s\", '') AS \"%s\""
                        .formatted(StagedName.of(fields.get(column.name())), column.name())
                    : "''::text AS \"%s\"".formatted(column.name()))
        .collect(Collectors.joining(", "));
  }

  private static void refuseUnknownNames(
      String layer, List<ImportColumn> columns, Map<String, String> mapping) {
    List<String> known = columns.stream().map(ImportColumn::name).toList();
    for (String name : mapping.keySet()) {
      if (!known.contains(name)) {
        throw new UserException(
            "--map names %s, which is no column of %s; they are %s."
                .formatted(name, layer, String.join(", ", known)));
      }
    }
  }

  private static Optional<String> recognise(ImportColumn column, Set<String> present) {
    return same(column.name(), present)
        .or(
            () ->
                column.aliases().stream()
                    .flatMap(
                        alias -> present.stream().filter(f -> alias.matcher(f).matches()).limit(1))
                    .findFirst());
  }

  private static Optional<String> same(String name, Set<String> present) {
    return present.stream().filter(field -> field.equalsIgnoreCase(name)).findFirst();
  }

  private static String list(Set<String> present) {
    return present.isEmpty() ? "none" : String.join(", ", present);
  }
}
