package org.greensward.database.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greensward.error.UserException;

/**
 * Where the embedded cluster listens, and whom it lets in: this machine alone, on a free port; or
 * where {@link GisSettings} says, GIS roles besides, to this database and no other.
 *
 * @param options settings for the server's command line
 */
record ClusterNetwork(int port, List<String> options) {
  private static final Pattern LISTEN = Pattern.compile("(?:\\[(.+)]|([^:\\s]+)):(\\d{1,5})");
  private static final Set<String> EVERYWHERE = Set.of("*", "0.0.0.0", "::");
  private static final int LAST_PORT = 65_535;

  /** This machine alone. */
  static ClusterNetwork local() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new ClusterNetwork(socket.getLocalPort(), List.of("listen_addresses=127.0.0.1"));
    }
  }

  /**
   * What the settings say; the files that it takes are written into the data folder.
   *
   * @throws UserException when the address is none or taken, or there is no certificate to be had
   */
  static ClusterNetwork of(GisSettings settings, DataFolder folder, String database)
      throws IOException, InterruptedException {
    if (settings.listen().isBlank()) {
      return local();
    }
    Matcher listen = LISTEN.matcher(settings.listen().strip());
    int port = listen.matches() ? Integer.parseInt(listen.group(3)) : 0;
    if (port < 1 || port > LAST_PORT) {
      throw new UserException(
          "greensward.gis.listen "
              + settings.listen()
              + " is no address and port; write it as 0.0.0.0:5433 or 192.0.2.7:5433.");
    }
    String address = listen.group(1) != null ? listen.group(1) : listen.group(2);
    boolean everywhere = EVERYWHERE.contains(address);
    boolean local = !everywhere && InetAddress.getByName(address).isLoopbackAddress();
    checkFree(settings.listen(), everywhere ? null : InetAddress.getByName(address), port);
    List<String> options = new ArrayList<>();
    options.add("listen_addresses=" + (everywhere || local ? address : "127.0.0.1," + address));
    options.add("hba_file=" + access(folder, database, local));
    if (!local) {
      ClusterCertificate certificate = ClusterCertificate.of(settings, folder);
      options.add("ssl=on");
      options.add("ssl_cert_file=" + certificate.certificate());
      options.add("ssl_key_file=" + certificate.key());
    }
    return new ClusterNetwork(port, options);
  }

  private static void checkFree(String listen, InetAddress address, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port));
    } catch (IOException e) {
      throw new UserException(
          "The database cannot listen at greensward.gis.listen %s: %s."
              .formatted(listen, e.getMessage()),
          e);
    }
  }

  /** Who may come in from where. The first line that fits decides; who fits none is refused. */
  private static Path access(DataFolder folder, String database, boolean local) throws IOException {
    String gis = "%s +%s_gis".formatted(database, database);
    List<String> lines = new ArrayList<>();
    lines.add("# Written at each start; see docs/desktop-editing.md.");
    lines.add("host " + gis + " 127.0.0.1/32 scram-sha-256");
    lines.add("host " + gis + " ::1/128 scram-sha-256");
    if (!local) {
      lines.add("hostssl " + gis + " all scram-sha-256");
    }
    lines.add("host all +" + database + "_gis all reject");
    lines.add("host all all 127.0.0.1/32 scram-sha-256");
    lines.add("");
    Path file = folder.path().resolve("pg_hba.conf");
    Files.writeString(file, String.join("\n", lines));
    ServerUser.give(file);
    return file;
  }
}
