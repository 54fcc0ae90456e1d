package org.greensward.proposal;

import java.time.Clock;
import java.time.LocalDate;
import org.greensward.access.SignedIn;
import org.greensward.refusal.NotAllowed;
import org.greensward.refusal.NotThere;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The door of a council's office: who may come in, and whose it is. */
@Component
class Office {
  private final JdbcClient jdbc;
  private final ProposalRepository proposals;
  private final Clock clock;

  Office(JdbcClient jdbc, ProposalRepository proposals, Clock clock) {
    this.jdbc = jdbc;
    this.proposals = proposals;
    this.clock = clock;
  }

  /**
   * @param officer whether whoever asks is an officer, who writes for a council what it said
   *     elsewhere
   */
  record Council(long id, String slug, String name, boolean officer) {}

  /**
   * The council whose office is entered.
   *
   * @throws NotAllowed when whoever signed in neither acts for it nor is an officer
   * @throws NotThere when there is no such council
   */
  Council enter(String slug) {
    SignedIn me = SignedIn.get();
    if (!me.isOfficer() && !me.actsFor(slug)) {
      throw new NotAllowed(
          "This office is open to those who act for that council, and to officers."
              + " Ask an administrator if you should be among them.");
    }
    return jdbc.sql("SELECT id, slug, name, :officer AS officer FROM council WHERE slug = :slug")
        .param("slug", slug)
        .param("officer", me.isOfficer())
        .query(Council.class)
        .optional()
        .orElseThrow(() -> new NotThere("There is no council with the address " + slug + "."));
  }

  /**
   * One of its proposals.
   *
   * @throws NotThere when it has no such proposal
   */
  Proposal get(Council council, long id) {
    return proposals
        .find(id)
        .filter(it -> it.councilId() == council.id())
        .orElseThrow(
            () ->
                new NotThere(
                    council.name()
                        + " has no proposal with the number "
                        + Proposal.numberOf(id)
                        + "."));
  }

  /** Today in London by the clock, since replies are promised to people. */
  LocalDate today() {
    return London.dayOf(clock.instant());
  }
}
