package org.greensward.bench.tile;

import java.io.IOException;
import org.greensward.bench.process.LoadResult;

/**
 * A measurement of this application and of another server in turn, with the ratio to reach.
 *
 * @param other the name of the other server
 * @param target the ratio of rates, ours to theirs, that we must reach
 * @param aim the ratio that we want
 * @param slowest the p99 of ours that we must stay under, in milliseconds; infinite: none is set
 */
record Comparison(
    String name,
    String other,
    double target,
    double aim,
    double slowest,
    Runner ours,
    Runner theirs) {

  /** Runs the load generator against one side. */
  interface Runner {
    LoadResult run(int seconds) throws IOException, InterruptedException;
  }

  /** The results of both sides in one round. */
  record Result(LoadResult ours, LoadResult theirs) {
    double ratio() {
      return ours.rate() / theirs.rate();
    }
  }

  Result run(int seconds) throws IOException, InterruptedException {
    return new Result(ours.run(seconds), theirs.run(seconds));
  }
}
