/**
 * The embedded PostgreSQL cluster: a private server under the data folder, run by the machine's own
 * PostgreSQL binaries. Uses {@code error}.
 */
package org.greensward.database.cluster;
