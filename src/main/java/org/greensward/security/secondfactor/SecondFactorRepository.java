package org.greensward.security.secondfactor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.greensward.database.OwnerDataSource;
import org.greensward.security.account.Tokens;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The second factor of each account: how it is set up, and whether a code is right. */
@Repository
public class SecondFactorRepository {
  private static final int RECOVERY_CODES = 10;
  private static final int RECOVERY_BYTES = 10;
  private static final int GROUP = 4;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final SecretCipher sealing;
  private final Clock clock;

  SecondFactorRepository(
      @OwnerDataSource JdbcClient jdbc,
      @OwnerDataSource PlatformTransactionManager transactions,
      SecretCipher sealing,
      Clock clock) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.sealing = sealing;
    this.clock = clock;
  }

  public boolean isInUse(long account) {
    return secret(account, true).isPresent();
  }

  /** The secret that is being set up, the same until it is in use. */
  public byte[] preparing(long account) {
    SecretCipher.SealedSecret fresh = sealing.seal(Tokens.random(Totp.SECRET_BYTES));
    jdbc.sql(
            """
            INSERT INTO account_factor (account_id, in_use, secret, sealed)
            VALUES (:account, false, :secret, :sealed) ON CONFLICT DO NOTHING
            """)
        .param("account", account)
        .param("secret", fresh.bytes())
        .param("sealed", fresh.sealed())
        .update();
    return sealing.open(secret(account, false).orElseThrow());
  }

  private Optional<SecretCipher.SealedSecret> secret(long account, boolean inUse) {
    return jdbc.sql(
            "SELECT secret, sealed FROM account_factor"
                + " WHERE account_id = :account AND in_use = :inUse")
        .param("account", account)
        .param("inUse", inUse)
        .query(
            (row, n) ->
                new SecretCipher.SealedSecret(row.getBytes("secret"), row.getBoolean("sealed")))
        .optional();
  }

  /** What an authenticator app reads from the picture. */
  public static String address(byte[] secret, String service, String holder) {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
        .formatted(encode(service), encode(holder), Tokens.base32(secret), encode(service));
  }

  /** In groups of four, as it is typed. */
  public static String inGroups(byte[] secret) {
    return Tokens.base32(secret).replaceAll(".{" + GROUP + "}(?!$)", "$0 ");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * Takes what was set up into use, in place of what was.
   *
   * @return whether its code was right
   */
  public boolean confirm(long account, String typed) {
    Optional<SecretCipher.SealedSecret> prepared = secret(account, false);
    if (prepared.isEmpty()) {
      return false;
    }
    OptionalLong step = Totp.match(sealing.open(prepared.get()), digits(typed), clock.instant());
    if (step.isEmpty()) {
      return false;
    }
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              jdbc.sql("DELETE FROM account_factor WHERE account_id = :account AND in_use")
                  .param("account", account)
                  .update();
              return jdbc.sql(
                          """
                          UPDATE account_factor SET in_use = true, last_step = :step
                          WHERE account_id = :account AND NOT in_use
                          """)
                      .param("account", account)
                      .param("step", step.getAsLong())
                      .update()
                  == 1;
            }));
  }

  /** New recovery codes in place of the old ones; they are told this once. */
  public List<String> recoveryCodes(long account) {
    return transaction.execute(
        status -> {
          jdbc.sql("DELETE FROM account_recovery WHERE account_id = :account")
              .param("account", account)
              .update();
          List<String> codes = new ArrayList<>();
          for (int i = 0; i < RECOVERY_CODES; i++) {
            String code = Tokens.base32(Tokens.random(RECOVERY_BYTES)).toLowerCase(Locale.ROOT);
            jdbc.sql("INSERT INTO account_recovery VALUES (:account, :hash)")
                .param("account", account)
                .param("hash", Tokens.hash(code))
                .update();
            codes.add(code.replaceAll(".{" + GROUP + "}(?!$)", "$0-"));
          }
          return codes;
        });
  }

  /** How many recovery codes are left. */
  public int recoveryCodesLeft(long account) {
    return jdbc.sql("SELECT count(*) FROM account_recovery WHERE account_id = :account")
        .param("account", account)
        .query(Integer.class)
        .single();
  }

  /** How a code was right. */
  public enum Answer {
    CODE,
    RECOVERY_CODE,
    WRONG
  }

  /** Checks a code of the app, or a recovery code; each is good for once. */
  public Answer check(long account, String typed) {
    String digits = digits(typed);
    Optional<SecretCipher.SealedSecret> kept = secret(account, true);
    if (kept.isPresent() && digits.length() == 6) {
      OptionalLong step = Totp.match(sealing.open(kept.get()), digits, clock.instant());
      return step.isPresent() && isFirstUse(account, step.getAsLong()) ? Answer.CODE : Answer.WRONG;
    }
    int used =
        jdbc.sql("DELETE FROM account_recovery WHERE account_id = :account AND code_hash = :hash")
            .param("account", account)
            .param("hash", Tokens.hash(typed.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", "")))
            .update();
    return used == 1 ? Answer.RECOVERY_CODE : Answer.WRONG;
  }

  private boolean isFirstUse(long account, long step) {
    return jdbc.sql(
                """
                UPDATE account_factor SET last_step = :step
                WHERE account_id = :account AND in_use AND last_step < :step
                """)
            .param("account", account)
            .param("step", step)
            .update()
        == 1;
  }

  public void remove(long account) {
    jdbc.sql("DELETE FROM account_factor WHERE account_id = :account")
        .param("account", account)
        .update();
    jdbc.sql("DELETE FROM account_recovery WHERE account_id = :account")
        .param("account", account)
        .update();
  }

  private static String digits(String typed) {
    return typed.replaceAll("[\\s-]", "").matches("[0-9]{6}") ? typed.replaceAll("[\\s-]", "") : "";
  }
}
