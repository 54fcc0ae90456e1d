/**
 * The database: the embedded PostGIS cluster or one's own, the connection to it, the working date
 * and the revisions of its layers. Lies at the bottom: it uses only {@code refusal}, and every
 * feature package uses it. The tables themselves are in {@code db/migration}.
 */
package org.greensward.store;
