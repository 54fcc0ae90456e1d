package org.greensward.bench;

import java.nio.file.Path;

/**
 * How tiles are measured.
 *
 * @param parcels how many are made up
 * @param rounds how many are counted
 * @param seconds each test of a round takes, for each side
 * @param raw where the load generators' own words go; null: nowhere
 * @param sweep whether to measure ten times the data as well
 */
public record TilesBenchOptions(int parcels, int rounds, int seconds, Path raw, boolean sweep) {}
