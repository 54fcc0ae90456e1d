package org.greensward.land.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.greensward.authority.ContactRepository;
import org.greensward.error.NotFoundException;
import org.greensward.land.LandAtPoint;
import org.greensward.land.NearbyLandRepository;
import org.greensward.security.account.AccountPrincipal;
import org.greensward.status.CouncilStatusRepository;
import org.greensward.web.AtDateResolver;
import org.greensward.web.Page;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /land/{reference}}: one parcel, with its pieces by parish. */
@Page
class LandPage {
  private final NearbyLandRepository land;
  private final CouncilStatusRepository register;
  private final ContactRepository contacts;
  private final AtDateResolver atDate;

  LandPage(
      NearbyLandRepository land,
      CouncilStatusRepository register,
      ContactRepository contacts,
      AtDateResolver atDate) {
    this.land = land;
    this.register = register;
    this.contacts = contacts;
    this.atDate = atDate;
  }

  @GetMapping("/land/{reference}")
  String page(
      @PathVariable String reference, @RequestParam(defaultValue = "") String at, Model model) {
    LocalDate date = atDate.of(at);
    List<LandAtPoint> pieces = land.listPieces(reference, date);
    if (pieces.isEmpty()) {
      throw new NotFoundException(
          "There is no land with the reference " + reference + " at " + date + ".");
    }
    LandAtPoint first = pieces.get(0);
    model.addAttribute("pieces", pieces);
    model.addAttribute("land", first);
    model.addAttribute("box", land.findBox(reference).orElseThrow());
    model.addAttribute("parish", register.findParish(first.lon(), first.lat(), date).orElse(null));
    model.addAttribute("at", date);
    model.addAttribute("asked", at.isBlank() ? null : date);
    ContactRepository.AuthorityWays ways = contacts.ways();
    model.addAttribute("ways", ways);
    model.addAttribute("report", ways.reportAt(first.lon(), first.lat(), first.reference()));
    model.addAttribute(
        "contact",
        pieces.stream()
            .map(LandAtPoint::lookedAfterBy)
            .filter(Objects::nonNull)
            .findFirst()
            .flatMap(contacts::find)
            .orElse(null));
    model.addAttribute("correcting", correcting(pieces, date));
    return "land";
  }

  /** The councils in whose name whoever asks may say that something is wrong with it. */
  private List<AccountPrincipal.Council> correcting(List<LandAtPoint> pieces, LocalDate date) {
    AccountPrincipal me = AccountPrincipal.find().orElse(null);
    if (me == null) {
      return List.of();
    }
    List<String> here =
        pieces.stream().map(LandAtPoint::council).filter(Objects::nonNull).distinct().toList();
    if (!me.isOfficer()) {
      return me.councils().stream().filter(it -> here.contains(it.slug())).toList();
    }
    return here.stream()
        .flatMap(slug -> register.findStanding(slug, date).stream())
        .map(it -> new AccountPrincipal.Council(0, it.slug(), it.name()))
        .toList();
  }
}
