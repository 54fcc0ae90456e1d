package org.greensward.security.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.greensward.security.account.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes as RFC 6238 has them in its appendix B, of which six digits are the last. */
class TotpTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void codesAreThoseOfTheStandard(long second, String code) {
    assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"0, true", "29, true", "-30, true", "59, true", "61, false", "-31, false"})
  void aClockMayBeAStepOff(long seconds, boolean matches) {
    Instant start = Instant.ofEpochSecond(1_200_000_000L);
    String code = Totp.code(SECRET, Totp.step(start));
    assertThat(Totp.match(SECRET, code, start.plusSeconds(seconds)).isPresent()).isEqualTo(matches);
  }

  @Test
  void base32IsThatOfTheStandard() {
    assertThat(Tokens.base32("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
    assertThat(SecondFactorRepository.inGroups(SECRET))
        .isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
  }

  @Test
  void theAddressIsWhatAppsRead() {
    assertThat(SecondFactorRepository.address(SECRET, "Milton Keynes Council", "a+b@example.org"))
        .isEqualTo(
            "otpauth://totp/Milton%20Keynes%20Council:a%2Bb%40example.org"
                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Milton%20Keynes%20Council");
  }
}
