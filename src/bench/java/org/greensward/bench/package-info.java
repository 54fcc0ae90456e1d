/**
 * Benchmarks against other tools, in the same run on the same machine: {@code ./greensward bench}.
 * They are commands, not tests; methods and figures are in {@code docs/performance.md}. They use
 * the application as its command line does, and the application does not know them: this source
 * folder is compiled by the Maven profile {@code bench} only, and by the tests.
 */
package org.greensward.bench;
