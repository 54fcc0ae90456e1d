package org.greensward.access;

import jakarta.servlet.http.HttpServletRequest;
import org.greensward.web.Page;
import org.greensward.web.SeeOther;
import org.springframework.web.bind.annotation.PostMapping;

/** {@code POST /sign-in/provider}: the button that leads to the provider. */
@Page
class ProviderPage {
  private final OidcDoor provider;

  ProviderPage(OidcDoor provider) {
    this.provider = provider;
  }

  @PostMapping("/sign-in/provider")
  String depart(HttpServletRequest request) {
    return SeeOther.at(
        provider.depart(Typed.carriedOn(request), request).orElse("/sign-in?failed=provider"),
        request);
  }
}
