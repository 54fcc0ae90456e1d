package org.greensward.land.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.greensward.authority.ContactRepository;
import org.greensward.land.LandAtPoint;
import org.greensward.land.NearbyLandRepository;
import org.greensward.status.CouncilStatusRepository;
import org.greensward.web.AtDateResolver;
import org.greensward.web.DegreesParser;
import org.greensward.web.Page;
import org.springframework.http.MediaType;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** {@code /who}: who looks after a place, as a page and as JSON. */
@Page
class WhoPage {
  /** A tap on a small map misses by a few metres; a phone's position by a few tens. */
  private static final double AROUND = 30;

  private static final double FARTHEST = 500;
  private static final int MOST = 20;

  private final NearbyLandRepository land;
  private final CouncilStatusRepository register;
  private final ContactRepository contacts;
  private final AtDateResolver atDate;

  WhoPage(
      NearbyLandRepository land,
      CouncilStatusRepository register,
      ContactRepository contacts,
      AtDateResolver atDate) {
    this.land = land;
    this.register = register;
    this.contacts = contacts;
    this.atDate = atDate;
  }

  /** Without a place it asks for one. */
  @GetMapping("/who")
  String page(
      @RequestParam(defaultValue = "") String lon,
      @RequestParam(defaultValue = "") String lat,
      @RequestParam(defaultValue = "") String accuracy,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String at,
      Model model) {
    if (lon.isBlank() && lat.isBlank()) {
      return "redirect:/search";
    }
    ContactRepository.AuthorityWays ways = contacts.ways();
    WhoAnswer answer = answer(lon, lat, accuracy, at, ways);
    model.addAttribute("answer", answer);
    model.addAttribute("name", name.isBlank() ? null : name);
    model.addAttribute("accuracy", accuracy.isBlank() ? null : answer.metres());
    model.addAttribute("ways", ways);
    model.addAttribute("asked", at.isBlank() ? null : answer.at());
    model.addAttribute(
        "contact",
        Stream.concat(answer.here().stream(), answer.near().stream())
            .map(LandAtPoint::lookedAfterBy)
            .filter(Objects::nonNull)
            .findFirst()
            .flatMap(contacts::find)
            .orElse(null));
    return "who";
  }

  @GetMapping(path = "/who", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  WhoAnswer json(
      @RequestParam(defaultValue = "") String lon,
      @RequestParam(defaultValue = "") String lat,
      @RequestParam(defaultValue = "") String accuracy,
      @RequestParam(defaultValue = "") String at) {
    return answer(lon, lat, accuracy, at, contacts.ways());
  }

  private WhoAnswer answer(
      String lonText,
      String latText,
      String accuracy,
      String atText,
      ContactRepository.AuthorityWays ways) {
    double lon = DegreesParser.lon(lonText);
    double lat = DegreesParser.lat(latText);
    LocalDate at = atDate.of(atText);
    double metres = around(accuracy);
    List<LandAtPoint> found = land.list(lon, lat, metres, MOST, at);
    List<LandAtPoint> here = found.stream().filter(LandAtPoint::here).toList();
    String reference =
        found.stream()
            .filter(it -> it.metres() <= AROUND)
            .map(LandAtPoint::reference)
            .findFirst()
            .orElse("");
    return new WhoAnswer(
        lon,
        lat,
        at,
        metres,
        register.findParish(lon, lat, at).orElse(null),
        here,
        found.stream().filter(it -> !it.here()).toList(),
        ways.reportAt(lon, lat, reference));
  }

  /** As far as the place may be off; a number that is none counts as not given. */
  private static double around(String accuracy) {
    try {
      double metres = Double.parseDouble(accuracy);
      return metres > AROUND ? Math.min(metres, FARTHEST) : AROUND;
    } catch (NumberFormatException e) {
      return AROUND;
    }
  }
}
