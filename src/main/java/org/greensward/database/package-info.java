/**
 * Access to PostgreSQL: which roles and data sources there are, which audience a request has, and
 * the check of a database of one's own. Tables and rules are in {@code db/migration}. Uses {@code
 * error}.
 */
package org.greensward.database;
