package org.greensward.security.gisrole;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Where other machines find a database.
 *
 * @param isLocal whether it listens to its own machine alone
 */
record DatabaseEndpoint(String host, int port, boolean isLocal) {
  private static final int USUAL_PORT = 5432;
  private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost", "::1");
  private static final List<String> EVERYWHERE = List.of("*", "0.0.0.0", "::");

  /**
   * @param jdbcUrl how the program itself reaches it
   * @param listening what the server listens to, as its setting {@code listen_addresses} has it
   */
  static DatabaseEndpoint of(String jdbcUrl, String listening) {
    URI uri = URI.create(jdbcUrl.substring("jdbc:".length()));
    int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
    if (!LOOPBACK.contains(uri.getHost())) {
      return new DatabaseEndpoint(uri.getHost(), port, false);
    }
    return Arrays.stream(listening.split("\\s*,\\s*"))
        .filter(address -> !address.isBlank() && !LOOPBACK.contains(address))
        .findFirst()
        .map(
            address ->
                new DatabaseEndpoint(
                    EVERYWHERE.contains(address) ? hostName() : address, port, false))
        .orElseGet(() -> new DatabaseEndpoint("127.0.0.1", port, true));
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "the name of this machine";
    }
  }
}
