package org.greensward.admin.row;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.greensward.admin.table.RowRepository;
import org.greensward.layer.admin.AdminRow;
import org.greensward.layer.admin.AdminTable;
import org.greensward.layer.admin.ChangeReason;
import org.greensward.layer.admin.RowChangeListener;
import org.greensward.security.audit.AuditedTransaction;
import org.springframework.stereotype.Service;

/** Changes rows of managed tables, and notices when somebody else has changed them meanwhile. */
@Service
class RowEditService {
  private final AuditedTransaction editing;
  private final RowRepository rows;
  private final RowWriter writer;
  private final List<RowChangeListener> listeners;

  RowEditService(
      AuditedTransaction editing,
      RowRepository rows,
      RowWriter writer,
      List<RowChangeListener> listeners) {
    this.editing = editing;
    this.rows = rows;
    this.writer = writer;
    this.listeners = listeners;
  }

  /** How a change went. */
  sealed interface Outcome {
    /**
     * @param changed whether anything was other than before
     */
    record Done(String key, boolean changed) implements Outcome {}

    /** Somebody else changed the row since it was opened; nothing was written. */
    record Clash(AdminRow now) implements Outcome {}

    /** Somebody else removed the row; nothing was written. */
    record Gone() implements Outcome {}
  }

  String add(AdminTable table, Map<String, String> values, ChangeReason why) {
    return editing.run(why.reason(), why.source(), () -> writer.add(table, values));
  }

  /**
   * Writes what differs from the row as it is, where the row is still as it was opened.
   *
   * @param was the values when it was opened
   * @param version the row's, when it was opened
   */
  Outcome change(
      AdminTable table,
      String key,
      Map<String, String> values,
      Map<String, String> was,
      String version,
      ChangeReason why) {
    return editing.run(
        why.reason(),
        why.source(),
        () -> {
          Optional<AdminRow> found = rows.findForUpdate(table, key);
          if (found.isEmpty()) {
            return new Outcome.Gone();
          }
          AdminRow now = found.get();
          if (isOther(now, was, version)) {
            return new Outcome.Clash(now);
          }
          Set<String> changed = new LinkedHashSet<>();
          values.forEach(
              (name, value) -> {
                if (!value.equals(now.value(name))) {
                  changed.add(name);
                }
              });
          if (changed.isEmpty()) {
            return new Outcome.Done(key, false);
          }
          String named = writer.change(table, key, values, changed);
          listeners.forEach(listener -> listener.rowChanged(table.name(), named));
          return new Outcome.Done(named, true);
        });
  }

  /**
   * The version alone would tell of a new shape too, which nobody typed here; links and the party
   * have versions of their own. So it is the values that count.
   */
  private static boolean isOther(AdminRow now, Map<String, String> was, String version) {
    return was.entrySet().stream()
            .anyMatch(value -> !value.getValue().equals(now.value(value.getKey())))
        || was.isEmpty() && !now.version().equals(version);
  }

  Outcome end(AdminTable table, String key, String date, String version, ChangeReason why) {
    return editing.run(
        why.reason(),
        why.source(),
        () -> {
          Optional<AdminRow> now = rows.findForUpdate(table, key);
          if (now.isEmpty()) {
            return new Outcome.Gone();
          }
          if (!now.get().version().equals(version)) {
            return new Outcome.Clash(now.get());
          }
          writer.end(table, key, date);
          return new Outcome.Done(key, true);
        });
  }
}
