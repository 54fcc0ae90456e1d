package org.greensward.access;

import org.greensward.web.Page;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /sign-in} and {@code /account}: the door, and what lies behind it for whoever came in. */
@Page
class SignInPage {

  @GetMapping("/sign-in")
  String signIn(@RequestParam(required = false) String failed, Model model) {
    model.addAttribute("failed", failed != null);
    return "sign-in";
  }

  @GetMapping("/account")
  String account(Model model) {
    model.addAttribute("me", SignedIn.get());
    return "account";
  }
}
