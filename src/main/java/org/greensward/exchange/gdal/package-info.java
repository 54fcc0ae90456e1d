/**
 * GDAL's programs as child processes: what they may cost, what is taken from them before they
 * start, and the folder that one of them may see. Both directions rest on it, since neither lets
 * GDAL reach the database. Uses only {@code refusal}; {@code exchange.read} and {@code
 * exchange.write} use it.
 */
package org.greensward.exchange.gdal;
