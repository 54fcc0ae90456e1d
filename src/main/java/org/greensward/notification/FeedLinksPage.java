package org.greensward.notification;

import org.greensward.council.CouncilAccess;
import org.greensward.council.CouncilReference;
import org.greensward.security.audit.AuditedTransaction;
import org.greensward.web.FormResponses;
import org.greensward.web.Page;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * {@code /manage/feeds} and {@code /councils/{slug}/office/feeds}: the secret addresses of a feed
 * that somebody has made for a reader, and their end.
 */
@Page
class FeedLinksPage {
  private final FeedLinkRepository links;
  private final CouncilAccess councils;
  private final AuditedTransaction editing;

  FeedLinksPage(FeedLinkRepository links, CouncilAccess councils, AuditedTransaction editing) {
    this.links = links;
    this.councils = councils;
    this.editing = editing;
  }

  @GetMapping("/manage/feeds")
  String ofOfficers(Model model) {
    return show(null, model);
  }

  @GetMapping("/councils/{slug}/office/feeds")
  String ofCouncil(@PathVariable String slug, Model model) {
    return show(councils.office(slug), model);
  }

  private String show(CouncilReference council, Model model) {
    model.addAttribute("council", council);
    model.addAttribute("place", placeOf(council));
    model.addAttribute("links", links.list(idOf(council)));
    return "engage/feeds";
  }

  @PostMapping("/manage/feeds")
  ModelAndView makeForOfficers(RedirectAttributes flash) {
    return make(null, flash);
  }

  @PostMapping("/councils/{slug}/office/feeds")
  ModelAndView makeForCouncil(@PathVariable String slug, RedirectAttributes flash) {
    return make(councils.office(slug), flash);
  }

  /** The secret is told on the next page, once. */
  private ModelAndView make(CouncilReference council, RedirectAttributes flash) {
    String token = editing.run(null, null, () -> links.make(idOf(council)));
    String site = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
    flash.addFlashAttribute("secret", site + "/feeds/" + token + ".atom");
    return FormResponses.done(flash, placeOf(council), "engage.notice.feed");
  }

  @PostMapping("/manage/feeds/{id}/end")
  ModelAndView endOfficers(@PathVariable long id, RedirectAttributes flash) {
    return end(null, id, flash);
  }

  @PostMapping("/councils/{slug}/office/feeds/{id}/end")
  ModelAndView endCouncils(
      @PathVariable String slug, @PathVariable long id, RedirectAttributes flash) {
    return end(councils.office(slug), id, flash);
  }

  /** The database lets nobody end another's. */
  private ModelAndView end(CouncilReference council, long id, RedirectAttributes flash) {
    editing.run(
        null,
        null,
        () -> {
          links.end(id);
          return id;
        });
    return FormResponses.done(flash, placeOf(council), "engage.notice.feed-ended");
  }

  private static Long idOf(CouncilReference council) {
    return council == null ? null : council.id();
  }

  private static String placeOf(CouncilReference council) {
    return council == null ? "/manage/feeds" : "/councils/" + council.slug() + "/office/feeds";
  }
}
