/**
 * Pages on which people keep their own account and administrators keep all accounts. Uses {@code
 * error}, {@code web}.
 */
package org.greensward.security.account.page;
