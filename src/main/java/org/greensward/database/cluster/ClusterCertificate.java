package org.greensward.database.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.greensward.error.UserException;

/**
 * Certificate and key under which the embedded cluster encrypts, as files that its server may read.
 */
record ClusterCertificate(Path certificate, Path key) {

  /**
   * Copies of those that the settings name, or else some that openssl makes once.
   *
   * @throws UserException when a file cannot be read, or none can be made
   */
  static ClusterCertificate of(GisSettings settings, DataFolder folder)
      throws IOException, InterruptedException {
    ClusterCertificate kept =
        new ClusterCertificate(
            folder.path().resolve("server.crt"), folder.path().resolve("server.key"));
    if ((settings.certificate() == null) != (settings.key() == null)) {
      throw new UserException(
          "greensward.gis.certificate and greensward.gis.key are set both or neither.");
    }
    if (settings.certificate() != null) {
      kept.take(settings);
    } else if (!Files.exists(kept.key)) {
      kept.make(settings, folder);
    }
    return kept;
  }

  private void take(GisSettings settings) throws IOException {
    try {
      Files.writeString(certificate, Files.readString(settings.certificate()));
      byte[] secret = Files.readAllBytes(settings.key());
      prepareKey(key);
      Files.write(key, secret);
    } catch (IOException e) {
      throw new UserException(
          "The certificate of greensward.gis.certificate or its key cannot be read: "
              + e.getMessage()
              + ".",
          e);
    }
    ServerUser.give(certificate);
    ServerUser.give(key);
  }

  private void make(GisSettings settings, DataFolder folder)
      throws IOException, InterruptedException {
    Path fresh = folder.path().resolve("server.key.new");
    prepareKey(fresh);
    String host = InetAddress.getLocalHost().getHostName();
    Process openssl;
    try {
      openssl =
          new ProcessBuilder(
                  "openssl",
                  "req",
                  "-x509",
                  "-nodes",
                  "-days",
                  "3650",
                  "-newkey",
                  "ec",
                  "-pkeyopt",
                  "ec_paramgen_curve:prime256v1",
                  "-subj",
                  "/CN=" + host,
                  "-addext",
                  "subjectAltName=DNS:" + host,
                  "-keyout",
                  fresh.toString(),
                  "-out",
                  certificate.toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
              .start();
    } catch (IOException e) {
      throw new UserException(
          "greensward.gis.listen "
              + settings.listen()
              + " reaches beyond this machine, which takes a certificate: install openssl, which makes"
              + " one, or name your own with greensward.gis.certificate and greensward.gis.key.",
          e);
    }
    if (openssl.waitFor() != 0) {
      throw new UserException(
          "openssl could not make a certificate; " + folder.log() + " says why.");
    }
    ServerUser.give(certificate);
    ServerUser.give(fresh);
    Files.move(fresh, key);
  }

  /** An empty file that nobody else reads, before there is anything to be read in it. */
  private static void prepareKey(Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }
}
