package org.greensward.layer.feature;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.greensward.database.Audience;
import org.greensward.layer.export.ExportField;
import org.greensward.layer.export.ExportLayer;
import org.greensward.layer.export.GeometryKind;

/**
 * A layer as a collection of features. Each domain contributes its collections as beans of this
 * type, with their {@link org.springframework.core.annotation.Order}.
 *
 * @param layer whose rows they are; its name is the collection's id in addresses
 * @param shape of the geometries
 * @param key what names a feature
 * @param traits what else is to be known of the rows
 * @param audiences who may see that there is such a collection
 * @param costly columns, in quotes, that {@link ExportLayer#fewSql} finds row by row, and leaves
 *     out when it counts; empty where it has none
 * @param tileLayers the layers of tiles that show the same: the first of them in the collection's
 *     own tiles, all in those of the whole; empty for none
 * @param description for people
 */
public record OgcCollection(
    ExportLayer layer,
    GeometryKind shape,
    FeatureKey key,
    Set<Trait> traits,
    Set<Audience.Kind> audiences,
    Set<String> costly,
    List<String> tileLayers,
    String description) {

  /** What is to be known of the rows of a collection. */
  public enum Trait {
    /**
     * Each row stands for a span of dates ({@code from}, {@code to}), and all are there unless a
     * date is asked for; else the collection is the state at one date.
     */
    HISTORY,
    /** Each feature has a geometry: a council may have no place yet, a forum no council. */
    PLACED
  }

  /** A collection that everybody may see, without tiles. */
  public OgcCollection(
      ExportLayer layer,
      GeometryKind shape,
      FeatureKey key,
      Set<Trait> traits,
      String description) {
    this(layer, shape, key, traits, description, List.of());
  }

  /** A collection that everybody may see. */
  public OgcCollection(
      ExportLayer layer,
      GeometryKind shape,
      FeatureKey key,
      Set<Trait> traits,
      String description,
      List<String> tileLayers) {
    this(
        layer,
        shape,
        key,
        traits,
        EnumSet.allOf(Audience.Kind.class),
        Set.of(),
        tileLayers,
        description);
  }

  /** In addresses. */
  public String id() {
    return layer.name();
  }

  public String title() {
    return layer.title();
  }

  /** The properties of a feature. What its id says already is none. */
  public List<ExportField> fields() {
    return layer.fields().stream().filter(field -> !field.name().equals("id")).toList();
  }

  public boolean has(Trait trait) {
    return traits.contains(trait);
  }

  /** Whether the public does not see it. */
  public boolean isConfidential() {
    return !audiences.contains(Audience.Kind.PUBLIC);
  }

  public boolean isTiled() {
    return !tileLayers.isEmpty();
  }

  /** The layer of the collection's own tiles; null for none. */
  public String tileLayer() {
    return isTiled() ? tileLayers.get(0) : null;
  }

  /** Whether a condition needs what is cheaper to find for all features than for each. */
  public boolean isCostly(String condition) {
    return costly.stream().anyMatch(condition::contains);
  }
}
