package org.greensward.database.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.greensward.error.UserException;

/**
 * The machine's own PostgreSQL programs of one major version, with PostGIS beside them.
 *
 * @param folder where {@code initdb}, {@code postgres} and {@code pg_ctl} are
 * @param version the major version
 */
record ServerBinaries(Path folder, int version) {
  private static final int OLDEST = 15;
  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
  private static final Path DEBIAN_SHARE = Path.of("/usr/share/postgresql");

  /**
   * The newest installed version that has PostGIS.
   *
   * @throws UserException when there is none, or only one that is too old
   */
  static ServerBinaries find() {
    List<ServerBinaries> found = list();
    return found.stream()
        .filter(b -> b.version >= OLDEST)
        .max(Comparator.comparingInt(ServerBinaries::version))
        .orElseThrow(
            () ->
                new UserException(
                    found.isEmpty()
                        ? "PostgreSQL with PostGIS is not installed; install the packages postgresql"
                            + " and postgresql-postgis, or run ./greensward up as root."
                        : "PostgreSQL "
                            + found.get(found.size() - 1).version
                            + " is too old; Greensward needs version "
                            + OLDEST
                            + " or newer with PostGIS."));
  }

  /** A program of this version. */
  String program(String name) {
    return folder.resolve(name).toString();
  }

  /** Which major version made a cluster's data, as its PG_VERSION file says. */
  static int versionOf(Path cluster) throws IOException {
    return Integer.parseInt(Files.readString(cluster.resolve("PG_VERSION")).strip());
  }

  /**
   * The programs of one version.
   *
   * @throws UserException when that version is not installed
   */
  static ServerBinaries get(int version) {
    return list().stream()
        .filter(b -> b.version == version)
        .findFirst()
        .orElseThrow(
            () ->
                new UserException(
                    "The store was made by PostgreSQL "
                        + version
                        + ", which is not installed (with PostGIS); install postgresql-"
                        + version
                        + "-postgis-3."));
  }

  private static List<ServerBinaries> list() {
    List<ServerBinaries> found = new ArrayList<>();
    try (Stream<Path> versions = Files.isDirectory(DEBIAN) ? Files.list(DEBIAN) : Stream.empty()) {
      versions
          .filter(v -> v.getFileName().toString().matches("\\d+"))
          .filter(v -> Files.isExecutable(v.resolve("bin/initdb")))
          .filter(
              v ->
                  Files.exists(
                      DEBIAN_SHARE.resolve(v.getFileName()).resolve("extension/postgis.control")))
          .forEach(
              v ->
                  found.add(
                      new ServerBinaries(
                          v.resolve("bin"), Integer.parseInt(v.getFileName().toString()))));
    } catch (IOException e) {
      throw new UserException(
          "Cannot look for PostgreSQL in " + DEBIAN + ": " + e.getMessage() + ".", e);
    }
    found.sort(Comparator.comparingInt(ServerBinaries::version));
    return found;
  }
}
