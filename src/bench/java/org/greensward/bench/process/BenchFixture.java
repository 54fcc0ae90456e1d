package org.greensward.bench.process;

/** A database with data, and the servers under test. */
public interface BenchFixture extends AutoCloseable {
  @Override
  void close();
}
