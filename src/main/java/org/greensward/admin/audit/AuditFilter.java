package org.greensward.admin.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greensward.web.Form;

/**
 * Which entries of the trail are asked for; empty texts ask for all.
 *
 * @param from the first day, in London; null: from the beginning
 * @param to the last day
 * @param who an account's number, or part of an office
 * @param row what the trail calls the row
 * @param council its number
 * @param action insert, update, delete, or other
 * @param reason part of the reason or the source
 * @param before number of the entry before which to go on; 0: from the newest
 */
record AuditFilter(
    LocalDate from,
    LocalDate to,
    String who,
    String table,
    String row,
    String council,
    String action,
    String reason,
    long before) {
  static final List<String> ACTIONS = List.of("insert", "update", "delete", "other");

  private static final int LONGEST = 200;

  /** Reads a form; what is faulty is noted at its field, and left out. */
  static AuditFilter of(Form form) {
    String council = form.value("council");
    if (!council.matches("[0-9]{0,18}")) {
      form.refuse("council", "form.not-one-of", council);
      council = "";
    }
    String action = form.value("action");
    if (!action.isEmpty() && form.oneOf("action", ACTIONS) == null) {
      action = "";
    }
    String before = form.value("before");
    return new AuditFilter(
        form.optionalDate("from"),
        form.optionalDate("to"),
        text(form, "who"),
        text(form, "table"),
        text(form, "row"),
        council,
        action,
        text(form, "reason"),
        before.matches("[0-9]{1,18}") ? Long.parseLong(before) : 0);
  }

  private static String text(Form form, String name) {
    String text = form.optional(name, LONGEST);
    return text == null ? "" : text;
  }

  /** SQL over the alias {@code a}; fills in the values of its parameters. */
  String condition(Map<String, Object> parameters) {
    List<String> all = new ArrayList<>(List.of("true"));
    Map<String, Object> given = new HashMap<>();
    add(all, given, "a.at >= CAST(:from AS timestamp) AT TIME ZONE 'Europe/London'", "from", from);
    add(
        all,
        given,
        "a.at < CAST(:to AS timestamp) AT TIME ZONE 'Europe/London'",
        "to",
        to == null ? null : to.plusDays(1));
    add(
        all,
        given,
        who.matches("[0-9]{1,18}")
            ? "a.account_id = CAST(:who AS bigint)"
            : "(a.account_id IN (SELECT accounts_titled(:who))"
                + " OR a.account_id IS NULL AND a.database_role = :who)",
        "who",
        who);
    add(all, given, "a.subject = :table", "table", table);
    add(all, given, "a.row_key = :row", "row", row);
    add(all, given, "a.council_id = CAST(:council AS bigint)", "council", council);
    add(
        all,
        given,
        action.equals("other")
            ? "a.action NOT IN ('insert', 'update', 'delete', :action)"
            : "a.action = :action",
        "action",
        action);
    add(
        all,
        given,
        "position(lower(:reason) IN lower(concat_ws(' ', a.reason, a.source))) > 0",
        "reason",
        reason);
    parameters.putAll(given);
    return String.join(" AND ", all);
  }

  private static void add(
      List<String> all, Map<String, Object> given, String sql, String name, Object value) {
    if (value != null && !value.toString().isEmpty()) {
      all.add(sql);
      given.put(name, value.toString());
    }
  }

  /** The parameters of an address that asks the same, but for the place in the list. */
  Map<String, String> parameters() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("from", from == null ? "" : from.toString());
    all.put("to", to == null ? "" : to.toString());
    all.put("who", who);
    all.put("table", table);
    all.put("row", row);
    all.put("council", council);
    all.put("action", action);
    all.put("reason", reason);
    all.values().removeIf(String::isEmpty);
    return all;
  }

  AuditFilter before(long entry) {
    return new AuditFilter(from, to, who, table, row, council, action, reason, entry);
  }
}
