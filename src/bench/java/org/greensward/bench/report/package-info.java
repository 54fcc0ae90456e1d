/** Percentiles and tables of the figures that a benchmark prints. Uses no other package. */
package org.greensward.bench.report;
