package org.greensward.layer.admin;

import java.util.List;
import org.greensward.web.Form;
import org.greensward.web.SelectOption;
import org.springframework.dao.DataAccessException;

/**
 * What the forms of administration share, for pages of domains that change managed rows in their
 * own way.
 */
public interface AdminForms {
  /** The field that carries the version of what the form shows. */
  String VERSION = "row_version";

  /** The place of a fault that is no field's: the form. */
  String FORM = "row-form";

  /**
   * The row of a key.
   *
   * @throws org.greensward.error.NotFoundException when there is none; the audit trail is suggested
   */
  AdminRow row(String table, String key);

  /** What a reference can be, by label; the value is the key. */
  List<SelectOption> options(ColumnReference to);

  /** Some words as choices, under the labels that lists and forms have. */
  List<SelectOption> choices(List<String> words);

  /** The reason that a form gives; what is wrong with it is noted in the form. */
  ChangeReason reason(Form form);

  /**
   * Notes in a form why the database refused a change of a row, at the form itself.
   *
   * @throws DataAccessException the fault itself, when it is no refusal but a failure
   */
  void refuse(DataAccessException fault, String table, Form form);
}
