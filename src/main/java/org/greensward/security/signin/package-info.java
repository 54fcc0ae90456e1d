/**
 * Sign-in: password, second factor, OpenID Connect, sessions, and the filters that bind the
 * audience to each request. Uses {@code error}, {@code database}, {@code web}.
 */
package org.greensward.security.signin;
