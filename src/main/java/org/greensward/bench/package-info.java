/**
 * Measurements against other tools, in the same run on the same machine: {@code ./greensward
 * bench}. They are commands, not tests; method and figures are in {@code docs/performance.md}. Lies
 * on top.
 */
package org.greensward.bench;
