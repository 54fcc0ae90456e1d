package org.greensward.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.greensward.access.SignedIn;
import org.greensward.land.LandAt;
import org.greensward.land.NearbyLand;
import org.greensward.refusal.NotThere;
import org.greensward.register.Contacts;
import org.greensward.register.RegisterRepository;
import org.greensward.web.AtDate;
import org.greensward.web.Page;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /land/{reference}}: one parcel, with its pieces by parish. */
@Page
class LandPage {
  private final NearbyLand land;
  private final RegisterRepository register;
  private final Contacts contacts;
  private final AtDate atDate;

  LandPage(NearbyLand land, RegisterRepository register, Contacts contacts, AtDate atDate) {
    this.land = land;
    this.register = register;
    this.contacts = contacts;
    this.atDate = atDate;
  }

  @GetMapping("/land/{reference}")
  String page(
      @PathVariable String reference, @RequestParam(defaultValue = "") String at, Model model) {
    LocalDate date = atDate.of(at);
    List<LandAt> pieces = land.listPieces(reference, date);
    if (pieces.isEmpty()) {
      throw new NotThere("There is no land with the reference " + reference + " at " + date + ".");
    }
    LandAt first = pieces.get(0);
    model.addAttribute("pieces", pieces);
    model.addAttribute("land", first);
    model.addAttribute("box", land.findBox(reference).orElseThrow());
    model.addAttribute("parish", register.findParish(first.lon(), first.lat(), date).orElse(null));
    model.addAttribute("at", date);
    model.addAttribute("asked", at.isBlank() ? null : date);
    Contacts.AuthorityWays ways = contacts.ways();
    model.addAttribute("ways", ways);
    model.addAttribute("report", ways.reportAt(first.lon(), first.lat(), first.reference()));
    model.addAttribute(
        "contact",
        pieces.stream()
            .map(LandAt::lookedAfterBy)
            .filter(Objects::nonNull)
            .findFirst()
            .flatMap(contacts::find)
            .orElse(null));
    model.addAttribute("correcting", correcting(pieces, date));
    return "land";
  }

  /** The councils in whose name whoever asks may say that something is wrong with it. */
  private List<SignedIn.Council> correcting(List<LandAt> pieces, LocalDate date) {
    SignedIn me = SignedIn.find().orElse(null);
    if (me == null) {
      return List.of();
    }
    List<String> here =
        pieces.stream().map(LandAt::council).filter(Objects::nonNull).distinct().toList();
    if (!me.isOfficer()) {
      return me.councils().stream().filter(it -> here.contains(it.slug())).toList();
    }
    return here.stream()
        .flatMap(slug -> register.findStanding(slug, date).stream())
        .map(it -> new SignedIn.Council(0, it.slug(), it.name()))
        .toList();
  }
}
