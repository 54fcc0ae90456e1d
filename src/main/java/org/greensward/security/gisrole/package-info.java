/**
 * Database roles for people who connect from a desktop GIS. Views and rules of what such a role
 * sees are in the database; this package creates and drops the logins. Uses {@code error}, {@code
 * database}.
 */
@NullMarked
package org.greensward.security.gisrole;

import org.jspecify.annotations.NullMarked;
