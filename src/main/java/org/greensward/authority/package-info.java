/**
 * The principal authority that runs the service: its record, its contacts, the parties known to it,
 * and whether this store holds the demonstration or real data. Uses {@code error}.
 */
package org.greensward.authority;
