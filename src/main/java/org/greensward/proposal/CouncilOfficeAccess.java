package org.greensward.proposal;

import java.time.Clock;
import java.time.LocalDate;
import org.greensward.error.ForbiddenException;
import org.greensward.error.NotFoundException;
import org.greensward.security.account.AccountPrincipal;
import org.greensward.web.DateFormats;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The door of a council's office: who may come in, and whose it is. */
@Component
public class CouncilOfficeAccess {
  private final JdbcClient jdbc;
  private final ProposalRepository proposals;
  private final Clock clock;

  CouncilOfficeAccess(JdbcClient jdbc, ProposalRepository proposals, Clock clock) {
    this.jdbc = jdbc;
    this.proposals = proposals;
    this.clock = clock;
  }

  /**
   * @param officer whether whoever asks is an officer, who writes for a council what it said
   *     elsewhere
   */
  public record Council(long id, String slug, String name, boolean officer) {}

  /**
   * The council whose office is entered.
   *
   * @throws ForbiddenException when whoever signed in neither acts for it nor is an officer
   * @throws NotFoundException when there is no such council
   */
  public Council enter(String slug) {
    AccountPrincipal me = AccountPrincipal.get();
    if (!me.isOfficer() && !me.actsFor(slug)) {
      throw new ForbiddenException(
          "This office is open to those who act for that council, and to officers."
              + " Ask an administrator if you should be among them.");
    }
    return jdbc.sql("SELECT id, slug, name, :officer AS officer FROM council WHERE slug = :slug")
        .param("slug", slug)
        .param("officer", me.isOfficer())
        .query(Council.class)
        .optional()
        .orElseThrow(
            () -> new NotFoundException("There is no council with the address " + slug + "."));
  }

  /**
   * One of its proposals.
   *
   * @throws NotFoundException when it has no such proposal
   */
  public Proposal get(Council council, long id) {
    return proposals
        .find(id)
        .filter(it -> it.councilId() == council.id())
        .orElseThrow(
            () ->
                new NotFoundException(
                    council.name()
                        + " has no proposal with the number "
                        + Proposal.numberOf(id)
                        + "."));
  }

  /** Today in London by the clock, since replies are promised to people. */
  public LocalDate today() {
    return DateFormats.dateOf(clock.instant());
  }
}
