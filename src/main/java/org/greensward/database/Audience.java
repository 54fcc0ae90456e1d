package org.greensward.database;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Who is asking, as the database is told: the public, people who act for councils, an officer, or
 * an administrator of accounts.
 *
 * @param councils ids of the councils that are acted for; empty unless the kind is council
 * @param account id of the account; 0 for the public
 * @param address the network address that the request came from; null where there is none
 * @param key the name of the key by which a program asks; null where a person signed in
 */
public record Audience(Kind kind, List<Long> councils, long account, String address, String key) {
  /** Whoever does not sign in. */
  public static final Audience PUBLIC = new Audience(Kind.PUBLIC, List.of(), 0, null);

  private static final ThreadLocal<Audience> CURRENT = ThreadLocal.withInitial(() -> PUBLIC);

  public enum Kind {
    PUBLIC,
    COUNCIL,
    OFFICER,
    ADMINISTRATOR
  }

  public Audience {
    councils = List.copyOf(councils);
  }

  /** An audience that asks without a key. */
  public Audience(Kind kind, List<Long> councils, long account, String address) {
    this(kind, councils, account, address, null);
  }

  /** The same, asking by a key of that name. */
  public Audience by(String key) {
    return new Audience(kind, councils, account, address, key);
  }

  /** The audience of this thread: the public, unless a request has bound another. */
  public static Audience current() {
    return CURRENT.get();
  }

  /** Binds an audience to this thread until what is given back is closed. */
  public static Bound bind(Audience audience) {
    Audience before = CURRENT.get();
    CURRENT.set(audience);
    return () -> {
      if (before == PUBLIC) {
        CURRENT.remove();
      } else {
        CURRENT.set(before);
      }
    };
  }

  public boolean isPublic() {
    return kind == Kind.PUBLIC;
  }

  /** Whether what concerns a council, and is not public, may be seen. */
  public boolean sees(long council) {
    return kind == Kind.OFFICER || councils.contains(council);
  }

  /**
   * As the setting {@code app.audience} has it; a council's account without councils sees nothing.
   */
  public String text() {
    return switch (kind) {
      case PUBLIC -> "public";
      case OFFICER -> "officer";
      case ADMINISTRATOR -> "administrator";
      case COUNCIL ->
          "council:" + councils.stream().map(String::valueOf).collect(Collectors.joining(","));
    };
  }

  /** Ends a binding. */
  @FunctionalInterface
  public interface Bound extends AutoCloseable {
    @Override
    void close();
  }
}
