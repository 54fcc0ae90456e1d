package org.greensward.manage.table;

import java.util.List;
import org.greensward.web.Option;

/**
 * A field as a template shows it.
 *
 * @param input text, date, area, select, choices or flag
 * @param hint null for none
 * @param width a class of GOV.UK Frontend, or null
 */
record FieldView(
    String name, String input, String label, String hint, List<Option> options, String width) {}
