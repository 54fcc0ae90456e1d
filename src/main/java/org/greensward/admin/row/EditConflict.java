package org.greensward.admin.row;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greensward.layer.admin.AdminColumn;
import org.greensward.layer.admin.AdminField;
import org.greensward.layer.admin.AdminForms;
import org.greensward.layer.admin.AdminRow;
import org.greensward.layer.admin.AdminTable;
import org.greensward.layer.admin.ChangeReason;
import org.greensward.layer.admin.ColumnKind;
import org.greensward.web.Form;

/**
 * A row that two people changed: each field in which what was, what somebody else has saved and
 * what was typed are not all the same.
 */
record EditConflict(List<Difference> differences) {

  /**
   * @param both whether both changed it, each in their own way, so that somebody must choose
   */
  record Difference(FieldView field, String first, String theirs, String mine, boolean both) {}

  /**
   * @param first as it was when the form was opened
   * @param theirs as it is now
   * @param mine as it was typed
   */
  static EditConflict of(
      AdminTable table,
      RowFields fields,
      Map<String, String> first,
      Map<String, String> theirs,
      Map<String, String> mine) {
    Map<String, String> firstShown = fields.shown(table, first);
    Map<String, String> theirsShown = fields.shown(table, theirs);
    Map<String, String> mineShown = fields.shown(table, mine);
    List<Difference> differences = new ArrayList<>();
    for (AdminColumn column : table.typed(false)) {
      for (AdminField field : column.fields()) {
        String name = field.name();
        boolean other = !first.get(name).equals(theirs.get(name));
        boolean own = !first.get(name).equals(mine.get(name));
        if (other || own) {
          differences.add(
              new Difference(
                  fields.view(table, field),
                  firstShown.get(name),
                  theirsShown.get(name),
                  mineShown.get(name),
                  other && own && !theirs.get(name).equals(mine.get(name))));
        }
      }
    }
    return new EditConflict(differences);
  }

  /** The form that asks which values are to stay; nothing that was typed is lost. */
  static Form form(
      AdminTable table,
      Form typed,
      AdminRow now,
      Map<String, String> first,
      Map<String, String> mine) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (String name : List.of(ChangeReason.REASON, ChangeReason.SOURCE, ChangeReason.COUNCIL)) {
      values.put(name, typed.value(name));
    }
    values.put(AdminForms.VERSION, now.version());
    List<String> both = new ArrayList<>();
    for (AdminColumn column : table.typed(false)) {
      for (AdminField field : column.fields()) {
        String name = field.name();
        String own = mine.get(name);
        String theirs = now.value(name);
        values.put(name, column.kind() == ColumnKind.LINKS ? RowForm.links(own) : own);
        values.put(RowForm.WAS + name, theirs);
        values.put(RowForm.FIRST + name, first.get(name));
        boolean changedByMe = !first.get(name).equals(own);
        boolean changedByThem = !first.get(name).equals(theirs);
        if (changedByMe && changedByThem && !own.equals(theirs)) {
          both.add(name);
        } else if (changedByMe || changedByThem) {
          values.put(RowForm.PICK + name, changedByMe ? "mine" : "theirs");
        }
      }
    }
    values.put(RowForm.CLASH, String.join(",", both));
    return Form.showing(values);
  }
}
