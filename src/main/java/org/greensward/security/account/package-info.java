/**
 * Accounts, their roles, passwords and reset links, and the authenticated principal. Uses {@code
 * error}, {@code database}, {@code web}.
 */
package org.greensward.security.account;
