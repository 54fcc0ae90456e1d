package org.greensward.importing.gdal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.greensward.Patience;
import org.greensward.error.UserException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What a program of GDAL may not do, and how it ends when it must. */
class GdalProcessTest {
  private static final GdalLimits LIMITS =
      new GdalLimits(Duration.ofMinutes(1), 1L << 30, 1L << 20);

  @Test
  void programHasNoRightsAndNoNetwork() throws IOException {
    Sandbox sandbox = Sandbox.find(LIMITS);
    Assumptions.assumeTrue(
        sandbox.changesUser() && sandbox.command().contains("unshare"), "not root here");
    assertThat(output(sandbox, "id", "-un")).isEqualTo("nobody");
    assertThat(output(sandbox, "cat", "/proc/net/dev").lines().filter(l -> l.contains(":")))
        .allMatch(l -> l.strip().startsWith("lo:"));
    assertThat(output(sandbox, "grep", "CapEff", "/proc/self/status")).endsWith("0000000000000000");
  }

  @Test
  void tooLongIsStopped() {
    assertThatThrownBy(
            () -> {
              try (GdalProcess process = process(Duration.ofMillis(200), "sleep", "60")) {
                process.readText();
                process.finish();
              }
            })
        .isInstanceOf(UserException.class)
        .hasMessage(
            "Reading a.shp took longer than 0 seconds and was stopped; give a smaller or simpler"
                + " file.");
  }

  @Test
  void crashIsOneSentence() {
    assertThatThrownBy(
            () -> {
              try (GdalProcess process =
                  process(Duration.ofMinutes(1), "sh", "-c", "kill -SEGV $$")) {
                process.readText();
                process.finish();
              }
            })
        .isInstanceOf(UserException.class)
        .hasMessage(
            "GDAL broke down while reading a.shp (stopped by signal 11); the file is damaged or too"
                + " large, so export it again or in parts.");
  }

  @Test
  void interruptedReadKillsItsProgram() throws Exception {
    GdalProcess[] started = new GdalProcess[1];
    Throwable[] thrown = new Throwable[1];
    Thread reader =
        new Thread(
            () ->
                thrown[0] =
                    catchThrowable(
                        () -> {
                          try (GdalProcess process =
                              process(Duration.ofMinutes(1), "sleep", "61")) {
                            started[0] = process;
                            process.readText();
                            process.finish();
                          }
                        }));
    reader.start();
    await().until(() -> started[0] != null);
    reader.interrupt();
    reader.join(Patience.TIMEOUT.toMillis());
    assertThat(thrown[0])
        .isInstanceOf(UserException.class)
        .hasMessage("Reading a.shp was interrupted; nothing of it was taken.");
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
        .noneMatch(p -> p.info().arguments().map(a -> List.of(a).contains("61")).orElse(false));
  }

  private static GdalProcess process(Duration time, String... words) throws IOException {
    return new GdalProcess(GdalOperation.reading("a.shp"), new ProcessBuilder(words).start(), time);
  }

  private static String output(Sandbox sandbox, String... words) throws IOException {
    Process process = new ProcessBuilder(sandbox.around(List.of(words))).start();
    return new String(process.getInputStream().readAllBytes()).strip();
  }
}
