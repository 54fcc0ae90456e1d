/**
 * Layers as files for others: which layers there are and which columns they have, whose land is
 * taken, whether the licence lets it out, and the addresses and the page to get them. Uses {@code
 * register}, {@code licence}, {@code exchange.write}, {@code store} and {@code web}; the command
 * line uses it.
 */
package org.greensward.download;
