/**
 * Writes the audit trail: every change runs in a transaction that knows who made it, why and from
 * where. Uses {@code database}.
 */
package org.greensward.security.audit;
