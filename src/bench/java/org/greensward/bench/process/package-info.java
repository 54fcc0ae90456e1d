/**
 * Child processes of a benchmark: the application under test on a database of its own, and the load
 * generators. Uses {@code cli}, {@code database}, {@code error}.
 */
package org.greensward.bench.process;
