/**
 * Pages that list, add, change and end rows of any administered table. Values typed by people are
 * bound as parameters; SQL is built from checked identifiers of the table declarations only. A
 * change that somebody else made meanwhile is shown as a conflict, field by field. Uses {@code
 * error}, {@code web}, {@code layer}, {@code security}.
 */
package org.greensward.admin.row;
