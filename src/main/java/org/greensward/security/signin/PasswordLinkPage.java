package org.greensward.security.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.greensward.error.NotFoundException;
import org.greensward.security.account.AccountPrincipal;
import org.greensward.security.account.AccountRepository;
import org.greensward.security.account.EmailField;
import org.greensward.security.account.NewPasswordField;
import org.greensward.security.account.PasswordPolicy;
import org.greensward.security.account.PasswordResetTokens;
import org.greensward.security.audit.SignInAudit;
import org.greensward.web.Form;
import org.greensward.web.Page;
import org.greensward.web.Redirects;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * {@code /sign-in/link/{token}}: sets a password by a link that was handed over; the first
 * administrator says who they are, too. Looking at it uses nothing up, since mail programs look at
 * links.
 */
@Page
class PasswordLinkPage {
  private final PasswordResetTokens links;
  private final AccountRepository accounts;
  private final PasswordAuthenticator doorkeeper;
  private final SignInFlow entrance;
  private final SignInAudit trail;

  PasswordLinkPage(
      PasswordResetTokens links,
      AccountRepository accounts,
      PasswordAuthenticator doorkeeper,
      SignInFlow entrance,
      SignInAudit trail) {
    this.links = links;
    this.accounts = accounts;
    this.doorkeeper = doorkeeper;
    this.entrance = entrance;
    this.trail = trail;
  }

  @GetMapping("/sign-in/link/{token}")
  String show(@PathVariable String token, HttpServletRequest request, Model model) {
    return page(get(token), Form.sent(request), model);
  }

  private PasswordResetTokens.Link get(String token) {
    return links.find(token).orElseThrow(PasswordLinkPage::gone);
  }

  private static NotFoundException gone() {
    return new NotFoundException(
        "This link is good for nothing any more: it has been used, a newer one was made, or its time"
            + " is over. Ask an administrator of the service for another.");
  }

  private String page(PasswordResetTokens.Link link, Form form, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("me", link.account().flatMap(accounts::find).orElse(null));
    model.addAttribute("shortest", PasswordPolicy.SHORTEST);
    return "sign-in-link";
  }

  @PostMapping("/sign-in/link/{token}")
  String set(
      @PathVariable String token,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    PasswordResetTokens.Link link = get(token);
    Form form = Form.sent(request);
    Optional<AccountPrincipal> known = link.account().flatMap(accounts::find);
    Person person =
        known
            .map(it -> new Person(it.email(), it.name(), it.title()))
            .orElseGet(() -> Person.typed(form));
    Optional<String> password =
        NewPasswordField.read(form, request, text(person.email), text(person.name));
    if (form.isFaulty() || password.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      return page(link, form, model);
    }
    String hash = doorkeeper.hash(password.get());
    long account =
        links
            .use(
                token,
                () -> {
                  long id =
                      known
                          .map(AccountPrincipal::account)
                          .orElseGet(
                              () -> links.makeFirst(person.email, person.name, person.title));
                  accounts.setPassword(id, hash);
                  return id;
                })
            .orElseThrow(PasswordLinkPage::gone);
    trail.by(account, "password-set-by-link", request);
    AccountPrincipal signedIn = accounts.find(account).orElseThrow(PasswordLinkPage::gone);
    return Redirects.at(
        entrance.admit(signedIn, false, SavedForm.NOTHING, request, response), request);
  }

  private static String text(String text) {
    return text == null ? "" : text;
  }

  private record Person(String email, String name, String title) {
    static Person typed(Form form) {
      String email = EmailField.read(form);
      return new Person(email, form.required("name", 200), form.required("title", 100));
    }
  }
}
