package org.greensward.importing.gdal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.util.FileSystemUtils;

/**
 * A folder of its own for one read or one write: it holds the file and what belongs to it, and
 * nothing else that a driver could come upon. Only we and the program that we start can enter it.
 * Gone with {@link #close()}, or with this program when it is told to end; what a killed program
 * left is removed by the next one.
 */
public final class WorkFolder implements AutoCloseable {
  private static final String PREFIX = "greensward-work-";
  private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> OPEN.forEach(WorkFolder::delete)));
    removeLeftOvers();
  }

  private final Path path;
  private final boolean forNobody;

  private WorkFolder(Path path, boolean forNobody) {
    this.path = path;
    this.forNobody = forNobody;
  }

  /**
   * @param forNobody whether it will be read by a program that runs as another user
   */
  public static WorkFolder make(boolean forNobody) {
    return make(forNobody, "rwxr-x---");
  }

  /**
   * A folder that the program may write into.
   *
   * @param forNobody whether the program runs as another user
   */
  public static WorkFolder makeWritable(boolean forNobody) {
    return make(forNobody, "rwxrwx---");
  }

  private static WorkFolder make(boolean forNobody, String permissions) {
    try {
      Path path = Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-");
      OPEN.add(path);
      if (forNobody) {
        Files.setAttribute(path, "posix:group", groupOfNobody(path));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
      }
      return new WorkFolder(path, forNobody);
    } catch (IOException e) {
      throw new UncheckedIOException("no folder for temporary files can be made", e);
    }
  }

  public Path resolve(String name) {
    return path.resolve(name);
  }

  /**
   * Puts a file here under a name: by a link where whoever will read it can follow it, else as a
   * copy.
   */
  public void bring(Path file, String name) throws IOException {
    if (forNobody && !isReadableByAll(file.toRealPath())) {
      Files.copy(file, resolve(name));
      makeReadable(resolve(name));
    } else {
      Files.createSymbolicLink(resolve(name), file.toRealPath());
    }
  }

  public static void makeReadable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
  }

  @Override
  public void close() {
    delete(path);
    OPEN.remove(path);
  }

  private static GroupPrincipal groupOfNobody(Path path) throws IOException {
    return path.getFileSystem()
        .getUserPrincipalLookupService()
        .lookupPrincipalByGroupName(Sandbox.GROUP);
  }

  private static boolean isReadableByAll(Path file) throws IOException {
    if (!Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
      return false;
    }
    for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
      if (!Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE)) {
        return false;
      }
    }
    return true;
  }

  private static void delete(Path folder) {
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("the temporary folder " + folder + " cannot be removed", e);
    }
  }

  private static void removeLeftOvers() {
    Path parent = Path.of(System.getProperty("java.io.tmpdir"));
    try (var folders = Files.newDirectoryStream(parent, PREFIX + "*-*")) {
      for (Path folder : folders) {
        String pid = folder.getFileName().toString().substring(PREFIX.length()).split("-")[0];
        if (pid.matches("\\d+") && ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
          FileSystemUtils.deleteRecursively(folder);
        }
      }
    } catch (IOException e) {
      // Somebody else's, or being removed by another of us.
    }
  }
}
