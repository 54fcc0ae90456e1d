/**
 * The registry of administered tables, and the queries and labels for their rows. Uses {@code
 * error}, {@code revision}, {@code web}, {@code layer}.
 */
package org.greensward.admin.table;
