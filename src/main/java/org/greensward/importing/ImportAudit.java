package org.greensward.importing;

import org.greensward.database.Audience;
import org.greensward.layer.importing.ImportReport;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an import says of itself in the audit; within its transaction. */
record ImportAudit(JdbcClient jdbc) {

  /**
   * Tells the database who imports, and whether some changed rows of each statement are to be
   * written down, for a preview, or none: of an import that is done the history tables tell what it
   * replaced.
   */
  void identify(boolean bulk) {
    Audience audience = Audience.current();
    jdbc.sql(
            "SELECT set_config('app.bulk', :bulk, true), set_config('app.account', :account, true),"
                + " set_config('app.address', :address, true)")
        .param("bulk", bulk ? "on" : "preview")
        .param("account", audience.isPublic() ? "" : String.valueOf(audience.account()))
        .param("address", audience.address() == null ? "" : audience.address())
        .query((row, n) -> "")
        .single();
  }

  /** One entry for all of it: its edition, and how many rows were added, changed and ended. */
  void note(ImportReport report) {
    jdbc.sql("SELECT audit_note('import', :layer, :edition, NULL, CAST(:counts AS jsonb))")
        .param("layer", report.layer())
        .param("edition", String.valueOf(report.edition()))
        .param("counts", report.countsToJson())
        .query((row, n) -> "")
        .single();
  }
}
