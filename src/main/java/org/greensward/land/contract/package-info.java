/**
 * Import of landscaping contracts with their lots, and of rates with their regimes. Uses {@code
 * layer}, {@code authority}.
 */
package org.greensward.land.contract;
