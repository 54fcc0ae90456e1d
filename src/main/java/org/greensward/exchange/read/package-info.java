/**
 * Reading files of others: GDAL as a child process without network or privileges, its output copied
 * into a staging table by us. Knows nothing of parishes or land. Uses only {@code refusal}; {@code
 * exchange} uses it.
 */
package org.greensward.exchange.read;
