/**
 * Benchmarks against other tools, in the same run on the same machine: {@code ./greensward bench}.
 * They are commands, not tests; methods and figures are in {@code docs/performance.md}. The
 * application does not know them: this source folder is compiled by the Maven profile {@code bench}
 * only, and by the tests. Uses {@code cli}, {@code database}, {@code error}, {@code export}, {@code
 * importing}, {@code layer}.
 */
package org.greensward.bench;
