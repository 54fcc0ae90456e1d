package org.greensward.security.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.greensward.web.Page;
import org.greensward.web.Redirects;
import org.springframework.web.bind.annotation.PostMapping;

/** {@code POST /sign-in/provider}: the button that leads to the provider. */
@Page
class OidcStartPage {
  private final OidcSignInHandler provider;

  OidcStartPage(OidcSignInHandler provider) {
    this.provider = provider;
  }

  @PostMapping("/sign-in/provider")
  String depart(HttpServletRequest request) {
    return Redirects.at(
        provider.depart(SavedForm.carriedOn(request), request).orElse("/sign-in?failed=provider"),
        request);
  }
}
