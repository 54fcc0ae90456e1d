package org.greensward.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/** Where a sign-in leads: to the page that asked for it, else to where the role's work is. */
final class FirstPage extends SavedRequestAwareAuthenticationSuccessHandler {

  @Override
  protected String determineTargetUrl(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
    SignedIn signedIn = (SignedIn) authentication.getPrincipal();
    List<SignedIn.Council> councils = signedIn.councils();
    return switch (signedIn.role()) {
      case OFFICER -> "/manage";
      case ADMINISTRATOR -> "/manage/accounts";
      case COUNCIL ->
          councils.size() == 1 ? "/councils/" + councils.get(0).slug() + "/office" : "/account";
    };
  }
}
