package org.greensward.security.apikey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greensward.error.NotFoundException;
import org.greensward.security.account.AccountPrincipal;
import org.greensward.web.Form;
import org.greensward.web.Page;
import org.greensward.web.Redirects;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** {@code /account/keys}: keys for programs, as whoever signed in makes and revokes them. */
@Page
class ApiKeysPage {
  private static final String HERE = "/account/keys";
  private static final String READ = "read";
  private static final String CHANGE = "change";

  private final ApiKeyRepository keys;

  ApiKeysPage(ApiKeyRepository keys) {
    this.keys = keys;
  }

  @GetMapping(HERE)
  String list(HttpServletRequest request, Model model) {
    return page(Form.of(request, Map.of("may", READ)), model);
  }

  private String page(Form form, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("keys", keys.list(AccountPrincipal.get().account()));
    model.addAttribute("revoke", HERE);
    return "account-keys";
  }

  /**
   * Makes a key and shows it, in answer: it is kept nowhere, not even until the next page. A form
   * that is sent again meets its own name.
   */
  @PostMapping(HERE)
  String make(HttpServletRequest request, HttpServletResponse response, Model model) {
    Form form = Form.sent(request);
    String name = form.required("name", ApiKeyRepository.LONGEST_NAME);
    if (name != null && name.matches("(?s).*[\\n\\t].*")) {
      form.refuse("name", "form.control-character");
    }
    String may = form.oneOf("may", List.of(READ, CHANGE));
    Optional<String> made =
        form.isFaulty() ? Optional.empty() : keys.make(name, CHANGE.equals(may), form);
    if (made.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      return page(form, model);
    }
    model.addAttribute("name", name);
    model.addAttribute("key", made.get());
    model.addAttribute(
        "ogc", ServletUriComponentsBuilder.fromCurrentContextPath().path("/ogc").toUriString());
    return "account-key";
  }

  @PostMapping(HERE + "/{id}/revoke")
  String revoke(@PathVariable long id, HttpServletRequest request, RedirectAttributes flash) {
    return revoked(AccountPrincipal.get().account(), id, HERE, request, flash);
  }

  @PostMapping("/manage/accounts/{account}/keys/{id}/revoke")
  String revokeOf(
      @PathVariable long account,
      @PathVariable long id,
      HttpServletRequest request,
      RedirectAttributes flash) {
    return revoked(account, id, "/manage/accounts/" + account, request, flash);
  }

  private String revoked(
      long account, long id, String page, HttpServletRequest request, RedirectAttributes flash) {
    if (!keys.revoke(account, id)) {
      throw new NotFoundException(
          "There is no such key in use; it may have been revoked meanwhile.");
    }
    flash.addFlashAttribute("notice", "keys.revoked.done");
    return Redirects.at(page, request);
  }
}
