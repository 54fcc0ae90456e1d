package org.greensward.search.place;

import java.time.LocalDate;
import org.greensward.authority.ContactRepository;
import org.greensward.error.NotFoundException;
import org.greensward.error.UserException;
import org.greensward.land.NearbyLandRepository;
import org.greensward.search.PostcodeText;
import org.greensward.search.SearchRepository;
import org.greensward.web.AtDateResolver;
import org.greensward.web.Page;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * {@code /postcodes/{code}}: the parishes and the green land around a postcode. It covers many
 * addresses, so which land is meant is for the reader to choose.
 */
@Page
class PostcodePage {
  /** A postcode's addresses are about as far from its middle. */
  private static final double AROUND_M = 150;

  private static final int MOST = 40;

  private final SearchRepository repository;
  private final NearbyLandRepository land;
  private final ContactRepository contacts;
  private final AtDateResolver atDate;

  PostcodePage(
      SearchRepository repository,
      NearbyLandRepository land,
      ContactRepository contacts,
      AtDateResolver atDate) {
    this.repository = repository;
    this.land = land;
    this.contacts = contacts;
    this.atDate = atDate;
  }

  @GetMapping("/postcodes/{code}")
  String page(@PathVariable String code, @RequestParam(defaultValue = "") String at, Model model) {
    LocalDate date = atDate.of(at);
    String whole =
        PostcodeText.parse(code)
            .orElseThrow(
                () ->
                    new UserException(
                        code
                            + " is not a whole postcode; it is written like MK46 4AA, with a letter or"
                            + " two, a number, a number and two letters."));
    if (!whole.equals(code)) {
      return "redirect:/postcodes/" + whole;
    }
    SearchRepository.Coded found =
        repository
            .findPostcode(whole)
            .orElseThrow(
                () ->
                    new NotFoundException(
                        PostcodeText.display(whole)
                            + " is not among the postcodes that this service knows; it may be that of"
                            + " another authority's area, or a new one."));
    model.addAttribute("postcode", PostcodeText.display(whole));
    model.addAttribute("found", found);
    model.addAttribute("parishes", repository.listParishesAround(whole, AROUND_M, date));
    model.addAttribute("pieces", land.list(found.lon(), found.lat(), AROUND_M, MOST, date));
    model.addAttribute("around", AROUND_M);
    model.addAttribute("most", MOST);
    model.addAttribute("ways", contacts.ways());
    model.addAttribute("asked", at.isBlank() ? null : date);
    return "postcode";
  }
}
