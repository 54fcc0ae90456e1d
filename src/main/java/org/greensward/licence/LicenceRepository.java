package org.greensward.licence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.greensward.error.NotFoundException;
import org.greensward.error.UserException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The licences of the layers, read anew each time: a change takes effect at once. */
@Repository
public class LicenceRepository {
  /** The layers that have one, as they are imported. Others are made of these. */
  public static final List<String> LAYERS =
      List.of(
          "parishes",
          "councils",
          "statuses",
          "forums",
          "contracts",
          "rates",
          "land",
          "context",
          "postcodes",
          "places");

  private static final int LONGEST_TEXT = 1000;
  private static final int LONGEST_TERMS = 20_000;

  private final JdbcClient jdbc;

  public LicenceRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those that are set, in the order of {@link #LAYERS}. */
  public List<Licence> list() {
    return jdbc.sql(
            """
            SELECT layer, flag, contractor_until, line, attribution, source, terms
            FROM layer_licence
            ORDER BY array_position(CAST(:layers AS text[]), layer)
            """)
        .param("layers", LAYERS.toArray(String[]::new))
        .query(LicenceRepository::licence)
        .list();
  }

  public Optional<Licence> find(String layer) {
    return list().stream().filter(licence -> licence.layer().equals(layer)).findFirst();
  }

  /** What every copy of something that is made of some layers must carry. */
  public Attribution credit(List<String> layers) {
    return Attribution.of(layers, list());
  }

  /** What the layer's latest import said its licence was; empty when it said nothing. */
  public Optional<String> findImported(String layer) {
    return jdbc.sql(
            """
            SELECT licence FROM edition WHERE layer = :layer AND licence IS NOT NULL
            ORDER BY id DESC LIMIT 1
            """)
        .param("layer", layer)
        .query(String.class)
        .optional();
  }

  /**
   * Sets a layer's licence, in place of the one that it had.
   *
   * <p>Its terms get another version when flag, line, attribution or terms do.
   *
   * @throws UserException when the layer has none of its own, a text is missing, or a date does not
   *     fit the flag
   */
  public void set(Licence licence) {
    check(licence);
    jdbc.sql(
            """
            INSERT INTO layer_licence
              (layer, flag, contractor_until, line, attribution, source, terms)
            VALUES (:layer, :flag, :until, :line, :attribution, :source, :terms)
            ON CONFLICT (layer) DO UPDATE
            SET flag = excluded.flag, contractor_until = excluded.contractor_until,
                line = excluded.line, attribution = excluded.attribution,
                source = excluded.source, terms = excluded.terms,
                changed_at = now(), changed_by = session_user
            """)
        .param("layer", licence.layer())
        .param("flag", licence.flag().word())
        .param("until", licence.contractorUntil())
        .param("line", licence.line().strip())
        .param("attribution", licence.attribution().strip())
        .param("source", licence.source())
        .param("terms", licence.terms() == null ? null : licence.terms().strip())
        .update();
  }

  private static void check(Licence licence) {
    checkLayer(licence.layer());
    checkText("licence line", licence.line());
    checkText("attribution", licence.attribution());
    checkTerms(licence.terms());
    boolean contractor = licence.flag() == LicenceFlag.CONTRACTOR;
    if (contractor && licence.contractorUntil() == null) {
      throw new UserException(
          "The flag contractor needs the day until which the contractor may have "
              + licence.layer()
              + "; give it as year-month-day.");
    }
    if (!contractor && licence.contractorUntil() != null) {
      throw new UserException(
          "A day until which a contractor may have "
              + licence.layer()
              + " goes with the flag contractor only; leave it out, or change the flag.");
    }
  }

  /**
   * @throws NotFoundException when it is not a layer with a licence of its own
   */
  public static void checkLayer(String layer) {
    if (!LAYERS.contains(layer)) {
      throw new NotFoundException(
          "No layer "
              + layer
              + " has a licence of its own; those that have, and that all others are made of, are "
              + String.join(", ", LAYERS)
              + ".");
    }
  }

  private static void checkText(String what, String text) {
    if (text == null || text.isBlank()) {
      throw new UserException("The " + what + " is empty; say what every copy shall carry.");
    }
    if (text.length() > LONGEST_TEXT || text.chars().anyMatch(Character::isISOControl)) {
      throw new UserException(
          "The " + what + " is more than one line of " + LONGEST_TEXT + " letters; shorten it.");
    }
  }

  /** Paragraphs, with an empty line between. */
  private static void checkTerms(String terms) {
    if (terms == null) {
      return;
    }
    if (terms.isBlank()) {
      throw new UserException(
          "The terms are empty; leave them out for those that follow from the rest.");
    }
    if (terms.length() > LONGEST_TERMS
        || terms.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
      throw new UserException(
          "The terms are more than %,d letters of plain text; shorten them."
              .formatted(LONGEST_TERMS));
    }
  }

  static Licence licence(ResultSet row, int number) throws SQLException {
    return new Licence(
        row.getString("layer"),
        LicenceFlag.find(row.getString("flag")).orElseThrow(),
        row.getObject("contractor_until", LocalDate.class),
        row.getString("line"),
        row.getString("attribution"),
        row.getString("source"),
        row.getString("terms"));
  }
}
