package org.greensward.bench.tile;

import java.nio.file.Path;

/**
 * Options of {@link TilesBench}.
 *
 * @param parcels how many are generated
 * @param rounds how many are counted
 * @param seconds each test of a round takes, for each side
 * @param raw the file for the output of the load generators; null: none
 * @param sweep whether to measure ten times the data as well
 */
public record TilesBenchOptions(int parcels, int rounds, int seconds, Path raw, boolean sweep) {}
