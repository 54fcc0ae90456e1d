/**
 * Generic administration pages: the parts that all of them share. {@code admin.table} describes and
 * reads the tables that officers maintain, {@code admin.row} has the pages of a row, {@code
 * admin.audit} the audit trail. Domain packages contribute their tables and dashboard cards as
 * beans of the types in {@code layer.admin}. Uses no other package.
 */
@NullMarked
package org.greensward.admin;

import org.jspecify.annotations.NullMarked;
