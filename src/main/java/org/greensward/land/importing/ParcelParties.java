package org.greensward.land.importing;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.greensward.authority.PartyLookup;
import org.greensward.error.UserException;
import org.greensward.layer.importing.ImportFault;
import org.greensward.layer.importing.ImportFaultKind;
import org.greensward.layer.importing.ImportRun;
import org.greensward.layer.importing.TargetTable;

/** The owners and maintainers that a file of land names; those not known before are added. */
final class ParcelParties {
  private final ImportRun run;

  ParcelParties(ImportRun run) {
    this.run = run;
  }

  /**
   * Makes {@code party_word}, which has each name in lower case with the party that it means.
   *
   * @throws UserException for a kind of body that there is not
   */
  void resolve() {
    Map<String, String> kinds = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    Set<String> unknown = new TreeSet<>();
    run.jdbc()
        .sql(
            """
            SELECT owner AS name, owner_kind AS kind FROM land_word
            UNION
            SELECT maintainer, maintainer_kind FROM land_word
            ORDER BY 1, 2""")
        .query(
            row -> {
              String kind = row.getString("kind");
              if (kind != null && !PartyLookup.KINDS.contains(kind)) {
                unknown.add(kind);
              }
              if (row.getString("name") != null) {
                kinds.merge(row.getString("name"), kind == null ? "other" : kind, this::better);
              }
            });
    if (!unknown.isEmpty()) {
      throw new UserException(
          "%s has kinds of owner or maintainer that are not known, %s; they are %s."
              .formatted(
                  run.fileName(),
                  String.join(", ", unknown),
                  String.join(", ", PartyLookup.KINDS)));
    }
    PartyLookup parties = new PartyLookup(run.jdbc());
    TargetTable words = new TargetTable("party_word").column("word", "text").column("id", "bigint");
    kinds.forEach(
        (name, kind) -> {
          long id = parties.find(name).orElseGet(() -> add(parties, name, kind));
          words.add(name.toLowerCase(Locale.ROOT), id);
        });
    words.write(run.template());
  }

  private String better(String one, String other) {
    return one.equals("other") ? other : one;
  }

  private long add(PartyLookup parties, String name, String kind) {
    run.report()
        .fault(
            ImportFault.of(
                ImportFaultKind.NEW_PARTY, name, "%s is added, of kind %s".formatted(name, kind)));
    return parties.findOrAdd(name, kind);
  }
}
