package org.greensward.council.note;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.greensward.error.ForbiddenException;
import org.greensward.error.NotFoundException;
import org.greensward.security.account.AccountPrincipal;
import org.greensward.web.Form;
import org.greensward.web.Page;
import org.greensward.web.Redirects;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /councils/{slug}/office/notes}: for people of the council and officers. */
@Page
class NotesPage {
  private static final int LONGEST = 4000;

  private final NoteRepository notes;

  NotesPage(NoteRepository notes) {
    this.notes = notes;
  }

  @GetMapping("/councils/{slug}/office/notes")
  ModelAndView list(@PathVariable String slug, HttpServletRequest request) {
    return page(council(slug), Form.of(request, Map.of()), HttpStatus.OK);
  }

  @PostMapping("/councils/{slug}/office/notes")
  ModelAndView add(
      @PathVariable String slug, HttpServletRequest request, RedirectAttributes flash) {
    NoteRepository.Council council = council(slug);
    Form form = Form.sent(request);
    String body = form.required("body", LONGEST);
    if (form.isFaulty()) {
      return page(council, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    notes.add(council.id(), body);
    return done(council, "notes.added", flash);
  }

  @PostMapping("/councils/{slug}/office/notes/{id}/end")
  ModelAndView end(@PathVariable String slug, @PathVariable long id, RedirectAttributes flash) {
    NoteRepository.Council council = council(slug);
    if (!notes.end(council.id(), id)) {
      throw new ForbiddenException("A note is ended once, by whoever wrote it.");
    }
    return done(council, "notes.ended", flash);
  }

  private NoteRepository.Council council(String slug) {
    AccountPrincipal signedIn = AccountPrincipal.get();
    if (!signedIn.isOfficer() && !signedIn.actsFor(slug)) {
      throw new ForbiddenException(
          "Notes of a council are read by its own people and by officers.");
    }
    return notes
        .findCouncil(slug)
        .orElseThrow(() -> new NotFoundException("There is no local council at this address."));
  }

  private ModelAndView page(NoteRepository.Council council, Form form, HttpStatus status) {
    ModelAndView page = new ModelAndView("council-notes", status);
    page.addObject("council", council);
    page.addObject("notes", notes.list(council.id()));
    page.addObject("form", form);
    return page;
  }

  private static ModelAndView done(
      NoteRepository.Council council, String notice, RedirectAttributes flash) {
    flash.addFlashAttribute("notice", notice);
    return new ModelAndView(Redirects.view("/councils/" + council.slug() + "/office/notes"));
  }
}
