package org.greensward.bench;

import java.io.IOException;

/**
 * One thing that is measured of us and of another, in turn.
 *
 * @param other whom we are measured against
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

  /** Puts one side under load. */
  interface Runner {
    LoadResult run(int seconds) throws IOException, InterruptedException;
  }

  /** What both sides did in one round. */
  record Result(LoadResult ours, LoadResult theirs) {
    double ratio() {
      return ours.rate() / theirs.rate();
    }
  }

  Result run(int seconds) throws IOException, InterruptedException {
    return new Result(ours.run(seconds), theirs.run(seconds));
  }
}
