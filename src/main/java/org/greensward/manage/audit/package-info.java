/**
 * The trail of changes as officers read it, {@code /manage/audit}: who changed what, when, why and
 * from where, with filters and as CSV. Rows and fields are named as {@code manage.table} names
 * them.
 */
package org.greensward.manage.audit;
