/**
 * Benchmarks of tiles: speed against PostgreSQL and nginx, the sweep over sizes of data, and bytes.
 * Uses {@code error}, {@code layer}.
 */
package org.greensward.bench.tile;
