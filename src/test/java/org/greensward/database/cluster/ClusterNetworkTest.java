package org.greensward.database.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** Who reaches the embedded database from where. */
class ClusterNetworkTest {
  private Path data;

  @BeforeEach
  void folder() throws IOException {
    data = Files.createTempDirectory("greensward-network-");
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @AfterEach
  void away() throws IOException {
    FileSystemUtils.deleteRecursively(data);
  }

  @Test
  void withoutASettingItListensToThisMachineAlone() throws Exception {
    ClusterNetwork network = ClusterNetwork.of(GisSettings.OFF, DataFolder.at(data), "greensward");
    assertThat(network.options()).containsExactly("listen_addresses=127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5433", "0.0.0.0", "0.0.0.0:0", "0.0.0.0:70000", "a b:5433"})
  void whatIsNoAddressIsRefused(String listen) {
    assertThatThrownBy(() -> open(listen))
        .hasMessage(
            "greensward.gis.listen "
                + listen
                + " is no address and port; write it as 0.0.0.0:5433 or 192.0.2.7:5433.");
  }

  @Test
  void aPortThatIsTakenIsRefused() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      assertThatThrownBy(() -> open("0.0.0.0:" + taken.getLocalPort()))
          .hasMessageContaining("The database cannot listen at greensward.gis.listen 0.0.0.0:");
    }
  }

  private ClusterNetwork open(String listen) throws IOException, InterruptedException {
    return ClusterNetwork.of(
        new GisSettings(listen, null, null), DataFolder.at(data), "greensward");
  }

  @Test
  void fromElsewhereComeGisRolesAloneEncryptedAndToThisDatabase() throws Exception {
    Optional<String> address = findOwnAddress();
    assumeTrue(address.isPresent(), "a machine without a network");
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    try (EmbeddedCluster cluster =
        EmbeddedCluster.open(data, true, new GisSettings("0.0.0.0:" + port, null, null))) {
      try (Connection superuser = cluster.openForRoles()) {
        superuser
            .createStatement()
            .execute(
                "CREATE ROLE greensward_gis NOLOGIN; CREATE ROLE greensward_gis_ann LOGIN PASSWORD"
                    + " 'ann' IN ROLE greensward_gis");
      }
      String there = "jdbc:postgresql://" + address.get() + ":" + port + "/";
      try (Connection ann =
              enter(there + "greensward?sslmode=require", "greensward_gis_ann", "ann");
          ResultSet rows =
              ann.createStatement()
                  .executeQuery("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")) {
        rows.next();
        assertThat(rows.getBoolean(1)).isTrue();
      }
      refused(there + "greensward?sslmode=disable", "greensward_gis_ann", "ann");
      refused(there + "postgres?sslmode=require", "greensward_gis_ann", "ann");
      refused(there + "greensward?sslmode=require", "greensward", cluster.password());
      refused(
          there + "postgres?sslmode=require",
          EmbeddedCluster.SUPERUSER,
          cluster.secret(EmbeddedCluster.SUPERUSER).orElseThrow());
      String here = "jdbc:postgresql://127.0.0.1:" + port + "/";
      enter(here + "greensward", "greensward_gis_ann", "ann").close();
      refused(here + "postgres", "greensward_gis_ann", "ann");
    }
  }

  private static Connection enter(String url, String user, String password) throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  private static void refused(String url, String user, String password) {
    assertThatThrownBy(() -> enter(url, user, password)).hasMessageContaining("pg_hba.conf");
  }

  private static Optional<String> findOwnAddress() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(it -> it instanceof Inet4Address && !it.isLoopbackAddress())
        .map(InetAddress::getHostAddress)
        .findFirst();
  }
}
