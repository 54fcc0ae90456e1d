package org.greensward.notification;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.greensward.database.Audience;
import org.greensward.database.OwnerDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Secret addresses of feeds: 256 random bits, of which only the hash is kept. Each opens one feed
 * for as long as its account may see that.
 */
@Repository
class FeedLinkRepository {
  private static final int BYTES = 32;

  private final JdbcClient jdbc;
  private final JdbcClient door;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param door reads, as the doorkeeper does, before it is known who asks
   */
  FeedLinkRepository(JdbcClient jdbc, @OwnerDataSource JdbcClient door) {
    this.jdbc = jdbc;
    this.door = door;
  }

  /** A link of whoever asks, without its secret, which is told once. */
  record Link(long id, LocalDateTime createdAt) {}

  /**
   * A feed that a link opens.
   *
   * @param council whose feed; null for the officers'
   */
  record Opened(long account, Long council, String slug, String name) {

    /** Who asks: the account, as far as this one feed goes. */
    Audience audience(String address) {
      return council == null
          ? new Audience(Audience.Kind.OFFICER, List.of(), account, address)
          : new Audience(Audience.Kind.COUNCIL, List.of(council), account, address);
    }
  }

  /** The links of whoever asks to a council's feed, or to the officers'. */
  List<Link> list(Long council) {
    return jdbc.sql(
            """
            SELECT id, created_at AT TIME ZONE 'Europe/London' AS created_at FROM feed_link
            WHERE ended_at IS NULL AND council_id IS NOT DISTINCT FROM :council::bigint
            ORDER BY id
            """)
        .param("council", council, Types.BIGINT)
        .query(Link.class)
        .list();
  }

  /** Makes one and gives its secret. */
  String make(Long council) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    jdbc.sql("INSERT INTO feed_link (council_id, token_hash) VALUES (:council, :hash)")
        .param("council", council, Types.BIGINT)
        .param("hash", hash(token))
        .update();
    return token;
  }

  void end(long id) {
    jdbc.sql("UPDATE feed_link SET ended_at = now() WHERE id = :id AND ended_at IS NULL")
        .param("id", id)
        .update();
  }

  /** What a secret opens now: not once it or its account has ended, or the account's part has. */
  Optional<Opened> open(String token) {
    return door.sql(
            """
            SELECT a.id AS account, c.id AS council, c.slug, c.name
            FROM feed_link l JOIN account a ON a.id = l.account_id AND a.ended_at IS NULL
            LEFT JOIN council c ON c.id = l.council_id
            WHERE l.token_hash = :hash AND l.ended_at IS NULL
              AND (a.role = 'officer' OR a.role = 'council' AND EXISTS (
                SELECT FROM account_council ac
                WHERE ac.account_id = a.id AND ac.council_id = l.council_id))
            """)
        .param("hash", hash(token))
        .query(Opened.class)
        .optional();
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(token.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
