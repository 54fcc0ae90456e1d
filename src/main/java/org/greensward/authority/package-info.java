/**
 * The principal authority that runs the service: its record, its contacts, the parties known to it,
 * and whether this store holds the demonstration or real data. Uses {@code error}, {@code
 * database}, {@code layer}.
 */
package org.greensward.authority;
