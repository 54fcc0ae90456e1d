package org.greensward.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.postgis.jdbc.jts.JtsGeometry;
import org.greensward.error.UserException;

/** A PostGIS database of one's own, named by a URL; nothing is started or stopped. */
public record ExternalDatabase(String jdbcUrl, String username, String password)
    implements StoreConnection {

  /**
   * Reads {@code postgresql://user:password@host:port/database?parameters}, with or without {@code
   * jdbc:} before it.
   *
   * @throws UserException when the text is no such URL
   */
  public static ExternalDatabase parse(String url) {
    String text = url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url;
    URI uri;
    try {
      uri = URI.create(text);
    } catch (IllegalArgumentException e) {
      throw malformed(e);
    }
    boolean postgres = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
    if (!postgres || uri.getHost() == null || uri.getPath().length() < 2) {
      throw malformed(null);
    }
    String[] user =
        uri.getRawUserInfo() == null ? new String[0] : uri.getRawUserInfo().split(":", 2);
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery() + "&";
    return new ExternalDatabase(
        "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + "?" + query + PARAMETERS,
        user.length > 0 ? decode(user[0]) : null,
        user.length > 1 ? decode(user[1]) : null);
  }

  /** What every connection of ours carries, wherever the database is. */
  public static final String PARAMETERS =
      "currentSchema=greensward,public&ApplicationName=greensward&datatype.geometry="
          + JtsGeometry.class.getName();

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static UserException malformed(Throwable cause) {
    return new UserException(
        "GREENSWARD_DATABASE_URL is not a database address; write it as"
            + " postgresql://user:password@host:5432/database.",
        cause);
  }

  @Override
  public Optional<String> secret(String name) {
    return Optional.empty();
  }

  @Override
  public void close() {
    // It is not ours to stop.
  }

  /** Without the password, so that it can stand in a log. */
  @Override
  public String toString() {
    return jdbcUrl;
  }
}
