package org.greensward.land;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.greensward.error.UserException;
import org.greensward.layer.Basis;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The values that a parcel is to have, in the words by which land is served, as the database has
 * them: a party by its name, a lot and a regime by their codes.
 */
final class ParcelReferenceResolver {
  private static final int LONGEST_NAME = 200;
  private static final int MOST_TOLD = 30;

  private final JdbcClient jdbc;
  private final Map<String, Object> values;

  /**
   * @param values by property: text, {@code Double}, {@code LocalDate} or null
   */
  ParcelReferenceResolver(JdbcClient jdbc, Map<String, Object> values) {
    this.jdbc = jdbc;
    this.values = values;
  }

  String text(String property) {
    return (String) values.get(property);
  }

  LocalDate date(String property) {
    LocalDate date = (LocalDate) values.get(property);
    if (date != null && (date.getYear() < 1800 || date.getYear() >= 2200)) {
      throw new UserException(property + " has to be a date of the years 1800 to 2199.");
    }
    return date;
  }

  /** The unit of the asset type, which has to be one of those that there are. */
  String unit(List<ParcelRepository.AssetType> types) {
    String code = text("asset_type");
    return types.stream()
        .filter(it -> it.code().equals(code))
        .map(ParcelRepository.AssetType::unit)
        .findFirst()
        .orElseThrow(
            () ->
                new UserException(
                    "asset_type has to be one of these: "
                        + types.stream()
                            .map(ParcelRepository.AssetType::code)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  String name() {
    String name = text("name");
    if (name != null && name.length() > LONGEST_NAME) {
      throw new UserException(
          "name has %d letters; there is room for %d.".formatted(name.length(), LONGEST_NAME));
    }
    return name;
  }

  /** Without one it is documented. */
  String basis() {
    String basis = text("basis");
    if (basis != null && !Basis.ofFacts().contains(basis)) {
      throw new UserException(
          "basis has to be one of these: " + String.join(", ", Basis.ofFacts()) + ".");
    }
    return basis == null ? Basis.DOCUMENTED.code() : basis;
  }

  /** What was measured; null: as it is drawn. */
  Double quantity() {
    Double quantity = (Double) values.get("quantity");
    if (quantity != null && quantity < 0) {
      throw new UserException("quantity has to be a number that is not negative.");
    }
    return quantity;
  }

  Long party(String property) {
    return one(
        property,
        "SELECT id FROM party WHERE name = :word",
        "SELECT name FROM party ORDER BY name");
  }

  Long lot() {
    return one(
        "lot", "SELECT id FROM lot WHERE code = :word", "SELECT code FROM lot ORDER BY code");
  }

  /** Of the lot's contract, where several contracts have a regime of that code. */
  Long regime(Long lot) {
    String of = lot == null ? "0" : "(SELECT contract_id FROM lot WHERE id = " + lot + ")";
    return one(
        "regime",
        "SELECT id FROM regime WHERE code = :word ORDER BY contract_id = "
            + of
            + " DESC, contract_id DESC LIMIT 1",
        "SELECT DISTINCT code FROM regime ORDER BY code");
  }

  /** Sets the body that maintains the parcel itself, with its dates. */
  void setMaintainer(ParcelColumns columns) {
    Long party = party("maintainer");
    LocalDate from = date("maintainer_from");
    LocalDate to = date("maintainer_to");
    if (party == null && (from != null || to != null)) {
      throw new UserException(
          "maintainer_from and maintainer_to are dates of a maintainer; name it.");
    }
    requireOrder(from, to, "maintainer_to");
    columns.maintainer(party, from, to);
  }

  void requireOrder(LocalDate from, LocalDate to, String property) {
    if (from != null && to != null && !from.isBefore(to)) {
      throw new UserException(
          "%s is the day after the last, %s; it has to come after the first day, %s."
              .formatted(property, to, from));
    }
  }

  private Long one(String property, String sql, String all) {
    String word = text(property);
    if (word == null) {
      return null;
    }
    return jdbc.sql(sql)
        .param("word", word)
        .query(Long.class)
        .optional()
        .orElseThrow(
            () -> {
              List<String> known = jdbc.sql(all).query(String.class).list();
              return new UserException(
                  "%s has to be one of these: %s%s."
                      .formatted(
                          property,
                          known.stream().limit(MOST_TOLD).collect(Collectors.joining(", ")),
                          known.size() > MOST_TOLD
                              ? " and " + (known.size() - MOST_TOLD) + " more"
                              : ""));
            });
  }
}
