package org.greensward.council.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.greensward.authority.ContactRepository;
import org.greensward.council.CouncilAddressRepository;
import org.greensward.land.LandQueries;
import org.greensward.land.ScheduleLine;
import org.greensward.security.account.AccountPrincipal;
import org.greensward.status.CouncilStatus;
import org.greensward.status.CouncilStatusRepository;
import org.greensward.web.AtDateResolver;
import org.greensward.web.Page;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** {@code /councils/{slug}}: one council, where it stands, and its land. */
@Page
class CouncilPage {
  private final CouncilStatusRepository register;
  private final CouncilAddressRepository addresses;
  private final LandQueries land;
  private final ContactRepository contacts;
  private final AtDateResolver atDate;

  CouncilPage(
      CouncilStatusRepository register,
      CouncilAddressRepository addresses,
      LandQueries land,
      ContactRepository contacts,
      AtDateResolver atDate) {
    this.register = register;
    this.addresses = addresses;
    this.land = land;
    this.contacts = contacts;
    this.atDate = atDate;
  }

  /** All of it is read in one snapshot; an address of old leads to where the council is now. */
  @GetMapping("/councils/{slug}")
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public String page(
      @PathVariable String slug, @RequestParam(defaultValue = "") String at, Model model) {
    LocalDate date = atDate.of(at);
    Optional<CouncilStatus> standing = register.findStanding(slug, date);
    if (standing.isEmpty()) {
      String now = addresses.findNow(slug, date).orElseThrow(() -> addresses.notThere(slug, date));
      return "redirect:/councils/"
          + UriUtils.encodePathSegment(now, "UTF-8")
          + (at.isBlank() ? "" : "?at=" + date);
    }
    CouncilStatus council = standing.get();
    List<ScheduleLine> lines = land.listSchedule(slug, date);
    model.addAttribute("council", council);
    model.addAttribute("at", date);
    model.addAttribute("asked", at.isBlank() ? null : date);
    model.addAttribute("claims", register.listHistory(slug));
    model.addAttribute("own", lines.stream().filter(line -> isOf(line, council)).toList());
    model.addAttribute("others", lines.stream().filter(line -> !isOf(line, council)).toList());
    model.addAttribute("neighbours", register.listNeighbours(slug, date));
    model.addAttribute("forums", register.listForums(slug));
    model.addAttribute("wards", register.listWards(slug));
    model.addAttribute("contact", contacts.find(council.name()).orElse(null));
    model.addAttribute("ways", contacts.ways());
    model.addAttribute(
        "office",
        AccountPrincipal.find().filter(it -> it.isOfficer() || it.actsFor(slug)).isPresent());
    model.addAttribute(
        "service", ServletUriComponentsBuilder.fromCurrentContextPath().toUriString());
    return "council";
  }

  private static boolean isOf(ScheduleLine line, CouncilStatus council) {
    return "council".equals(line.kind()) && council.name().equals(line.looked_after_by());
  }
}
