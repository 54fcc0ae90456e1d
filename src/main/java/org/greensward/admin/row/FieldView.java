package org.greensward.admin.row;

import java.util.List;
import org.greensward.web.SelectOption;

/**
 * A field as a template shows it.
 *
 * @param input text, date, area, select, choices or flag
 * @param hint null for none
 * @param width a class of GOV.UK Frontend, or null
 */
record FieldView(
    String name,
    String input,
    String label,
    String hint,
    List<SelectOption> options,
    String width) {}
