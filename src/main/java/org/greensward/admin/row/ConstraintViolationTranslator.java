package org.greensward.admin.row;

import java.util.Map;
import java.util.Set;
import org.greensward.admin.table.TableLabels;
import org.greensward.layer.admin.AdminColumn;
import org.greensward.layer.admin.AdminTable;
import org.greensward.web.Form;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Tells at the field, in plain words, which rule of the database refused a change. */
@Component
public class ConstraintViolationTranslator {
  /** The place of a fault that is no field's: the form. */
  public static final String FORM = "row-form";

  private static final Set<String> AT_ONCE = Set.of("40001", "40P01", "55P03");

  /** Constraints whose field or sentence their names don't tell. */
  private static final Map<String, At> KNOWN =
      Map.ofEntries(
          Map.entry("party_name", new At("name", "taken")),
          Map.entry("council_slug_key", new At("name", "taken")),
          Map.entry("forum_slug_key", new At("name", "taken")),
          Map.entry("council_parish_one_council_at_a_time", new At("valid_from", "one-council")),
          Map.entry("council_parish_pkey", new At("parish_code", "taken")),
          Map.entry("council_succession_pkey", new At("successor_id", "taken")),
          Map.entry("council_succession_check", new At("successor_id", "own-successor")),
          Map.entry("parish_one_boundary_at_a_time", new At("valid_from", "one-boundary")),
          Map.entry("status_one_at_a_time", new At("valid_from", "one-status")),
          Map.entry("rate_one_at_a_time", new At("valid_from", "one-rate")),
          Map.entry("contract_check", new At("extension_until", "extension")),
          Map.entry("regime_contract_id_code_key", new At("code", "taken")),
          Map.entry("agreement_cover_check", new At("reference", "one-of-two")),
          Map.entry(
              "agreement_cover_agreement_id_asset_type_reference_key",
              new At("agreement_id", "taken")),
          Map.entry("land_drawn_as_its_asset_type_says", new At("asset_type", "drawn-otherwise")),
          Map.entry("land_asset_type_unit_fkey", new At("unit", "unit-in-use")),
          Map.entry(
              "layer_licence_contractor_until_a_date", new At("contractor_until", "contractor")),
          Map.entry("regime_season_from_check", new At("season_from", "season")),
          Map.entry("regime_season_to_check", new At("season_to", "season")),
          Map.entry("authority_accent_check", new At("accent", "accent")),
          Map.entry("postcode_code_check", new At("code", "postcode")));

  private final TableLabels words;

  ConstraintViolationTranslator(TableLabels words) {
    this.words = words;
  }

  private record At(String field, String sentence) {}

  /**
   * Notes in a form what the database refused.
   *
   * @param fields names of the fields that the form has; what is wrong with another is told above
   * @throws DataAccessException the fault itself, when it is no refusal but a failure
   */
  public void tell(DataAccessException fault, AdminTable table, Form form, Set<String> fields) {
    ServerErrorMessage told = serverMessage(fault);
    if (told == null || told.getSQLState() == null) {
      throw fault;
    }
    At at = at(told, table);
    if (at == null) {
      throw fault;
    }
    String key = "manage.refused." + at.sentence;
    String other = told.getTable() == null ? "" : words.table(told.getTable());
    if (fields.contains(at.field)) {
      form.refuse(at.field, key, words.field(table.name(), at.field), other);
    } else {
      form.refuse(FORM, key, words.field(table.name(), at.field), other);
    }
  }

  private static At at(ServerErrorMessage told, AdminTable table) {
    String constraint = told.getConstraint() == null ? "" : told.getConstraint();
    if (KNOWN.containsKey(constraint)) {
      return KNOWN.get(constraint);
    }
    if (AT_ONCE.contains(told.getSQLState())) {
      return new At(FORM, "at-once");
    }
    String column = column(constraint, table);
    return switch (told.getSQLState()) {
      case "23505" -> new At(column, "taken");
      case "23503" ->
          told.getTable() != null && !told.getTable().equals(table.name())
              ? new At(FORM, "in-use")
              : new At(column, "reference");
      case "23502" -> new At(told.getColumn() == null ? FORM : told.getColumn(), "empty");
      case "23514" -> new At(column, "check");
      case "23P01" -> new At(column, "overlap");
      case "42501" -> new At(FORM, "not-yours");
      default -> told.getSQLState().matches("(22|23|P0).*") ? new At(FORM, "other") : null;
    };
  }

  /**
   * PostgreSQL names a constraint table_column_kind; a range's faults are told at its beginning.
   */
  private static String column(String constraint, AdminTable table) {
    String rest = constraint.replaceFirst("_(check|key|fkey|pkey)[0-9]*$", "");
    for (AdminColumn column : table.columns()) {
      if (rest.equals(table.name() + "_" + column.name())) {
        return column.fields().get(0).name();
      }
    }
    return constraint.endsWith("_pkey") ? table.columns().get(0).name() : FORM;
  }

  private static ServerErrorMessage serverMessage(Throwable fault) {
    for (Throwable it = fault; it != null; it = it.getCause()) {
      if (it instanceof PSQLException refused) {
        return refused.getServerErrorMessage();
      }
    }
    return null;
  }
}
