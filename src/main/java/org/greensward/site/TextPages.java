package org.greensward.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.greensward.authority.ContactRepository;
import org.greensward.error.NotFoundException;
import org.greensward.web.Page;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.HtmlUtils;

/**
 * Pages that are words alone: help, words used, accessibility, privacy. Their text stands in the
 * bundle {@code texts}, with its markup: {@code NAME.title}, {@code NAME.lead}, and sections {@code
 * NAME.1.title}, {@code NAME.1.body} and so on; an authority's name is filled in for {0}.
 */
@Page
class TextPages {
  private static final List<String> READERS = List.of("clerk", "officer", "presenter", "gis");

  private final MessageSource texts;
  private final ContactRepository contacts;

  TextPages(MessageSource messages, ContactRepository contacts) {
    this.texts = messages;
    this.contacts = contacts;
  }

  @GetMapping("/help")
  String help(Model model) {
    return show("help", model);
  }

  @GetMapping("/help/{reader}")
  String help(@PathVariable String reader, Model model) {
    if (!READERS.contains(reader)) {
      throw new NotFoundException(
          "There is no help page called " + reader + ".",
          READERS.stream()
              .map(
                  it ->
                      new NotFoundException.Suggestion(
                          text("help." + it + ".title", ""), "/help/" + it))
              .toList());
    }
    return show("help." + reader, model);
  }

  @GetMapping("/glossary")
  String glossary(Model model) {
    return show("glossary", model);
  }

  @GetMapping("/accessibility")
  String accessibility(Model model) {
    return show("accessibility", model);
  }

  @GetMapping("/privacy")
  String privacy(Model model) {
    return show("privacy", model);
  }

  private String show(String name, Model model) {
    String authority = contacts.ways().name();
    List<Section> sections = new ArrayList<>();
    for (int n = 1; text(name + "." + n + ".body", authority) != null; n++) {
      String key = name + "." + n;
      String body = text(key + ".body", HtmlUtils.htmlEscape(authority));
      sections.add(new Section(text(key + ".title", authority), body));
    }
    model.addAttribute("title", text(name + ".title", authority));
    model.addAttribute("lead", text(name + ".lead", authority));
    model.addAttribute("sections", sections);
    return "text";
  }

  private String text(String key, String authority) {
    return texts.getMessage(key, new Object[] {authority}, null, Locale.ENGLISH);
  }

  /**
   * A part of such a page.
   *
   * @param body with markup
   */
  record Section(String title, String body) {}
}
