package org.greensward.engage.notice;

import org.greensward.access.Editing;
import org.greensward.engage.desk.Answers;
import org.greensward.engage.desk.Council;
import org.greensward.engage.desk.Councils;
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
class FeedsPage {
  private final FeedLinks links;
  private final Councils councils;
  private final Editing editing;

  FeedsPage(FeedLinks links, Councils councils, Editing editing) {
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

  private String show(Council council, Model model) {
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
  private ModelAndView make(Council council, RedirectAttributes flash) {
    String token = editing.run(null, null, () -> links.make(idOf(council)));
    String site = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
    flash.addFlashAttribute("secret", site + "/feeds/" + token + ".atom");
    return Answers.done(flash, placeOf(council), "engage.notice.feed");
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
  private ModelAndView end(Council council, long id, RedirectAttributes flash) {
    editing.run(
        null,
        null,
        () -> {
          links.end(id);
          return id;
        });
    return Answers.done(flash, placeOf(council), "engage.notice.feed-ended");
  }

  private static Long idOf(Council council) {
    return council == null ? null : council.id();
  }

  private static String placeOf(Council council) {
    return council == null ? "/manage/feeds" : "/councils/" + council.slug() + "/office/feeds";
  }
}
