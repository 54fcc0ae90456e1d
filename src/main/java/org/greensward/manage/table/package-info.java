/**
 * A page for every table that an import fills: see, search, add, change and end rows. What a table
 * shows and how each column is typed is declared once ({@link
 * org.greensward.manage.table.ManagedTable}); one repository, one set of pages and a few templates
 * serve them all. SQL is made of identifiers from these declarations alone; whatever was typed is
 * bound. Statuses, which are claimed and never overwritten, have pages of their own.
 */
package org.greensward.manage.table;
