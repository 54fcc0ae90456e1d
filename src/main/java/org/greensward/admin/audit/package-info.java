/**
 * The audit trail as officers read it, {@code /manage/audit}: who changed what, when, why and from
 * where, with filters and as CSV. Labels of rows and fields come from {@code admin.table}. Uses
 * {@code web}, {@code layer}.
 */
package org.greensward.admin.audit;
