package org.greensward.database.cluster;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.greensward.error.UserException;

/** The files of one store: its cluster, its passwords, its log, and the lock of who serves it. */
final class DataFolder {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int PASSWORD_BYTES = 24;

  private final Path path;

  private DataFolder(Path path) {
    this.path = path;
  }

  /**
   * The folder at a path, made when it is not there.
   *
   * @throws UserException when it cannot be made or written
   */
  static DataFolder at(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    try {
      // Before anything is made: a folder in the wrong place is refused without a trace.
      ServerUser.checkCanEnter(nearestThatExists(absolute), absolute);
      Files.createDirectories(absolute.resolve("log"));
    } catch (IOException e) {
      throw new UserException(
          "The data folder "
              + absolute
              + " cannot be made or written; choose another with --data DIR.",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserException("Interrupted while opening the data folder " + absolute + ".", e);
    }
    return new DataFolder(absolute);
  }

  private static Path nearestThatExists(Path path) {
    Path nearest = path;
    while (!Files.exists(nearest)) {
      nearest = nearest.getParent();
    }
    return nearest;
  }

  Path path() {
    return path;
  }

  Path cluster() {
    return path.resolve("cluster");
  }

  Path log() {
    return path.resolve("log").resolve("postgres.log");
  }

  /** The password of a database role, made and kept in a file of mode 0600 when first asked for. */
  String password(String role) throws IOException {
    Path file = path.resolve(role + ".password");
    if (Files.exists(file)) {
      return Files.readString(file).strip();
    }
    byte[] bytes = new byte[PASSWORD_BYTES];
    RANDOM.nextBytes(bytes);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Path fresh =
        Files.createTempFile(
            path,
            role,
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(fresh, password);
    Files.move(fresh, file);
    return password;
  }

  /** The lock of the one process that runs this store's cluster; empty when another holds it. */
  Optional<FileLock> tryLock() throws IOException {
    FileChannel channel =
        FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
      }
      return Optional.ofNullable(lock);
    } catch (OverlappingFileLockException e) {
      channel.close();
      return Optional.empty();
    }
  }

  /** Notes who holds the lock, for a message to the next who asks. */
  void noteHolder(String what) throws IOException {
    Files.writeString(path.resolve("holder"), what + " " + ProcessHandle.current().pid() + "\n");
  }

  /** What was noted of the lock's holder: {@code serving} or {@code command}, and its process. */
  Holder holder() throws IOException {
    Path file = path.resolve("holder");
    String[] words = Files.exists(file) ? Files.readString(file).strip().split(" ") : new String[0];
    return words.length == 2
        ? new Holder(words[0].equals("serving"), words[1])
        : new Holder(false, "?");
  }

  /** Whether the holder of the lock serves the store until it is stopped, and its process id. */
  record Holder(boolean serving, String pid) {}
}
