package org.greensward.security.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.greensward.web.Form;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused as a password, and what is not. */
class PasswordPolicyTest {

  @ParameterizedTest
  @CsvSource({
    "elevenchars, password.short",
    "password1234, password.common",
    "Password-2024!, password.common",
    "greensward2018, password.common",
    "aaaaaaaaaaaaaaaa, password.common",
    "123456789012, password.common",
    "clerk@olney.example, password.personal",
    "Ann Clerk Olney, password.personal",
    "meadow kerb lantern, ",
    "qwertyuiop lantern, ",
    "ÄÖÜäöüßéèàçñ, "
  })
  void whatIsTriedFirstIsRefused(String password, String fault) {
    assertThat(
            PasswordPolicy.fault(password, "clerk@olney.example", "ann clerk olney")
                .map(Form.Message::key)
                .orElse(null))
        .isEqualTo(fault);
  }
}
