/**
 * Generators of made-up parishes, land, names and postcodes, the same in each run. Uses no other
 * package.
 */
package org.greensward.bench.data;
