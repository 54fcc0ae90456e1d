package org.greensward.admin.row;

import java.util.List;
import java.util.Set;
import org.greensward.admin.table.AdminTables;
import org.greensward.admin.table.RowRepository;
import org.greensward.admin.table.TableLabels;
import org.greensward.layer.admin.AdminForms;
import org.greensward.layer.admin.AdminRow;
import org.greensward.layer.admin.AdminTable;
import org.greensward.layer.admin.ChangeReason;
import org.greensward.layer.admin.ColumnReference;
import org.greensward.web.Form;
import org.greensward.web.SelectOption;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Gives the forms of domains what the forms of rows have. */
@Component
class RowAdminForms implements AdminForms {
  private final AdminTables tables;
  private final RowRepository rows;
  private final RowViews views;
  private final TableLabels labels;
  private final ConstraintViolationTranslator violations;

  RowAdminForms(
      AdminTables tables,
      RowRepository rows,
      RowViews views,
      TableLabels labels,
      ConstraintViolationTranslator violations) {
    this.tables = tables;
    this.rows = rows;
    this.views = views;
    this.labels = labels;
    this.violations = violations;
  }

  @Override
  public AdminRow row(String name, String key) {
    AdminTable table = tables.get(name);
    return rows.find(table, key).orElseThrow(() -> views.notThere(table));
  }

  @Override
  public List<SelectOption> options(ColumnReference to) {
    return rows.options(to);
  }

  @Override
  public List<SelectOption> choices(List<String> words) {
    return words.stream().map(word -> new SelectOption(word, labels.choice(word))).toList();
  }

  @Override
  public ChangeReason reason(Form form) {
    return views.why(form);
  }

  @Override
  public void refuse(DataAccessException fault, String table, Form form) {
    violations.tell(fault, tables.get(table), form, Set.of());
  }
}
