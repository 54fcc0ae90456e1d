package org.greensward.bench.process;

/**
 * The result of a load generator.
 *
 * @param rate answers a second
 * @param p50 half of the answers took no longer, in milliseconds
 * @param p99 99 in 100 took no longer, in milliseconds
 * @param bytes a mean answer, with its head; 0 where the generator does not say
 */
public record LoadResult(double rate, double p50, double p99, double bytes) {}
