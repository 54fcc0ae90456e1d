package org.greensward.layer.export;

import java.util.List;

/**
 * A layer that leaves as files. Domains declare theirs with {@link #named} as beans, whose
 * {@code @Order} is their place in lists.
 *
 * @param name in addresses and commands
 * @param title for people
 * @param sources the imported layers that it is made of: it is as open as the least open of them
 * @param key the field that tells its rows apart; null where none does
 * @param shape of its geometries; {@code MIXED}: areas, lines and points
 * @param sql its rows, with a column for each field and {@code geom} in EPSG:27700 where it has a
 *     shape; parameters {@code at}, {@code councils} (ids, or null for all), {@code forum} (an id
 *     or null) and, for land and pieces, {@code lots} (ids, or null for all)
 * @param order of its rows, as SQL
 * @param looks how it is drawn; null where it is not
 * @param countSql how many rows there are, where that is cheaper to say than to read them; else
 *     null
 * @param fewSql the same rows of all councils, where a few of them are cheaper to read so; else
 *     null
 */
public record ExportLayer(
    String name,
    String title,
    List<String> sources,
    List<ExportField> fields,
    String key,
    GeometryKind shape,
    String sql,
    String order,
    CategorizedStyle looks,
    String countSql,
    String fewSql) {

  /** Begins the declaration of a layer. */
  public static Builder named(String name, String title) {
    return new Builder(name, title);
  }

  /**
   * The rows of one kind of shape alone, as a layer of its own: most desktop GIS draw one kind a
   * layer.
   *
   * @param shape areas, lines or points
   */
  public ExportLayer only(GeometryKind shape, String name, String title) {
    // Said by what it is not: of what it is, the database would expect next to nothing, and read
    // the pieces of land one parcel at a time.
    String dimensions =
        switch (shape) {
          case AREAS -> "0, 1";
          case LINES -> "0, 2";
          default -> "1, 2";
        };
    String of =
        "SELECT * FROM (%s) shaped WHERE ST_Dimension(shaped.geom) NOT IN (" + dimensions + ")";
    return new ExportLayer(
        name,
        title,
        sources,
        fields,
        key,
        shape,
        of.replace("%s", sql),
        order,
        looks,
        null,
        fewSql == null ? null : of.replace("%s", fewSql));
  }

  /**
   * Declares a layer. Sources, fields, SQL and order are required; a layer without a shape has no
   * geometry.
   */
  public static final class Builder {
    private final String name;
    private final String title;
    private List<String> sources = List.of();
    private List<ExportField> fields = List.of();
    private String key;
    private GeometryKind shape = GeometryKind.NONE;
    private String sql;
    private String order;
    private CategorizedStyle looks;
    private String countSql;
    private String fewSql;

    private Builder(String name, String title) {
      this.name = name;
      this.title = title;
    }

    public Builder sources(String... layers) {
      sources = List.of(layers);
      return this;
    }

    public Builder fields(ExportField... columns) {
      fields = List.of(columns);
      return this;
    }

    public Builder key(String field) {
      key = field;
      return this;
    }

    public Builder shape(GeometryKind kind) {
      shape = kind;
      return this;
    }

    public Builder sql(String rows) {
      sql = rows;
      return this;
    }

    public Builder orderedBy(String columns) {
      order = columns;
      return this;
    }

    public Builder drawnAs(CategorizedStyle style) {
      looks = style;
      return this;
    }

    public Builder countSql(String count) {
      countSql = count;
      return this;
    }

    public Builder fewSql(String rows) {
      fewSql = rows;
      return this;
    }

    public ExportLayer build() {
      return new ExportLayer(
          name, title, sources, fields, key, shape, sql, order, looks, countSql, fewSql);
    }
  }
}
