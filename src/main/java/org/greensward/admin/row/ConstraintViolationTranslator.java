package org.greensward.admin.row;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.greensward.admin.table.AdminTables;
import org.greensward.admin.table.TableLabels;
import org.greensward.layer.admin.AdminColumn;
import org.greensward.layer.admin.AdminForms;
import org.greensward.layer.admin.AdminTable;
import org.greensward.layer.admin.AdminTable.Refusal;
import org.greensward.web.Form;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Tells at the field, in plain words, which rule of the database refused a change. */
@Component
class ConstraintViolationTranslator {
  private static final Set<String> AT_ONCE = Set.of("40001", "40P01", "55P03");

  private final TableLabels words;

  /** By the name of the constraint, of all tables: a change of one may be refused by another. */
  private final Map<String, Refusal> declared = new HashMap<>();

  ConstraintViolationTranslator(TableLabels words, AdminTables tables) {
    this.words = words;
    tables.list().forEach(table -> declared.putAll(table.constraints()));
  }

  /**
   * Notes in a form what the database refused.
   *
   * @param fields names of the fields that the form has; what is wrong with another is told above
   * @throws DataAccessException the fault itself, when it is no refusal but a failure
   */
  void tell(DataAccessException fault, AdminTable table, Form form, Set<String> fields) {
    ServerErrorMessage told = serverMessage(fault);
    if (told == null || told.getSQLState() == null) {
      throw fault;
    }
    Refusal at = at(told, table);
    if (at == null) {
      throw fault;
    }
    String key = "manage.refused." + at.sentence();
    String other = told.getTable() == null ? "" : words.table(told.getTable());
    if (fields.contains(at.field())) {
      form.refuse(at.field(), key, words.field(table.name(), at.field()), other);
    } else {
      form.refuse(AdminForms.FORM, key, words.field(table.name(), at.field()), other);
    }
  }

  private Refusal at(ServerErrorMessage told, AdminTable table) {
    String constraint = told.getConstraint() == null ? "" : told.getConstraint();
    if (declared.containsKey(constraint)) {
      return declared.get(constraint);
    }
    if (AT_ONCE.contains(told.getSQLState())) {
      return new Refusal(AdminForms.FORM, "at-once");
    }
    String column = column(constraint, table);
    return switch (told.getSQLState()) {
      case "23505" -> new Refusal(column, "taken");
      case "23503" ->
          told.getTable() != null && !told.getTable().equals(table.name())
              ? new Refusal(AdminForms.FORM, "in-use")
              : new Refusal(column, "reference");
      case "23502" ->
          new Refusal(told.getColumn() == null ? AdminForms.FORM : told.getColumn(), "empty");
      case "23514" -> new Refusal(column, "check");
      case "23P01" -> new Refusal(column, "overlap");
      case "42501" -> new Refusal(AdminForms.FORM, "not-yours");
      default ->
          told.getSQLState().matches("(22|23|P0).*") ? new Refusal(AdminForms.FORM, "other") : null;
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
    return constraint.endsWith("_pkey") ? table.columns().get(0).name() : AdminForms.FORM;
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
