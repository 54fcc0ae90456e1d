/**
 * Officers' pages under {@code /manage}. Here is only what other packages add to the start page, a
 * {@link org.greensward.manage.ManageCard} each; {@code manage.table} has the pages of every table
 * that an import fills, {@code manage.audit} the trail of changes, {@code manage.note} the notes of
 * councils. Uses {@code access}, {@code web} and {@code store}.
 */
package org.greensward.manage;
