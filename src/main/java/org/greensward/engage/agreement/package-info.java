/**
 * The agreements that devolved statuses rest on: their terms, the land they cover, and what falls
 * due. Uses {@code engage.desk}; the report of a meeting uses it.
 */
package org.greensward.engage.agreement;
