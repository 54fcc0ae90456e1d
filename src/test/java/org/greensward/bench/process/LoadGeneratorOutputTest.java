package org.greensward.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.greensward.bench.report.Percentiles;
import org.greensward.error.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the load generators print, read. */
class LoadGeneratorOutputTest {
  private static final String PGBENCH =
      """
      number of transactions actually processed: 4
      number of failed transactions: 0 (0.000%)
      latency average = 33.1 ms
      tps = 942.057387 (without initial connection time)
      """;

  @Test
  void wrk() {
    LoadResult load =
        WrkLoadGenerator.parse(
            """
            Running 2s test @ http://127.0.0.1:41369
              237034 requests in 2.10s, 1.06GB read
            result requests=1000 micros=2000000 bytes=4000000 p50=243 p99=2268 errors=0
            """);
    assertThat(load).isEqualTo(new LoadResult(500, 0.243, 2.268, 4000));
  }

  @ParameterizedTest
  @CsvSource({"errors=3, 3 of 1000 answers", "errors=1000, 1000 of 1000 answers"})
  void wrkSawErrors(String errors, String sentence) {
    String said = "result requests=1000 micros=2000000 bytes=4000000 p50=243 p99=2268 " + errors;
    assertThatThrownBy(() -> WrkLoadGenerator.parse(said))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void wrkGotNowhere() {
    assertThatThrownBy(() -> WrkLoadGenerator.parse("unable to connect to 127.0.0.1:1"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("unable to connect");
  }

  @Test
  void pgbench() {
    long[] micros = LongStream.rangeClosed(1, 1000).map(i -> i * 100).toArray();
    LoadResult load = PgbenchLoadGenerator.parse(PGBENCH, micros);
    assertThat(load.rate()).isCloseTo(942.06, within(0.01));
    assertThat(load.p50()).isEqualTo(50);
    assertThat(load.p99()).isEqualTo(99);
  }

  @Test
  void pgbenchLogsATransactionALine() {
    assertThat(PgbenchLoadGenerator.micros("31 2 20571 0 1795327692 123456")).isEqualTo(20571);
  }

  @Test
  void pgbenchFailed() {
    assertThatThrownBy(
            () ->
                PgbenchLoadGenerator.parse(
                    PGBENCH.replace("transactions: 0", "transactions: 2"), new long[1]))
        .isInstanceOf(UserException.class);
    assertThatThrownBy(() -> PgbenchLoadGenerator.parse(PGBENCH, new long[0]))
        .isInstanceOf(UserException.class);
  }

  @ParameterizedTest
  @CsvSource({"50, 30", "99, 50", "100, 50", "20, 10", "21, 20", "1, 10"})
  void percentilesByNearestRank(int percent, long expected) {
    assertThat(Percentiles.of(new long[] {50, 10, 40, 20, 30}, percent)).isEqualTo(expected);
  }

  @Test
  void median() {
    assertThat(Percentiles.median(3, 1, 2)).isEqualTo(2);
    assertThat(Percentiles.median(4, 1, 2, 3)).isEqualTo(2);
  }

  @Test
  void memory() {
    MemoryFigures memory =
        MemoryFigures.parse(
            List.of(
                "[0.1s][info][gc] Using Serial",
                "[1.2s][info][gc] GC(0) Pause Young (Allocation Failure) 95M->32M(494M) 5.6ms",
                "[2.2s][info][gc] GC(1) Pause Young (Allocation Failure) 165M->77M(494M) 5.6ms",
                "[9.2s][info][gc] GC(2) Pause Full (Diagnostic Command) 94M->41M(494M) 50.6ms"),
            List.of("VmPeak:\t 3611280 kB", "VmHWM:\t  524288 kB"));
    assertThat(memory).isEqualTo(new MemoryFigures(41, 77, 512));
  }
}
