/**
 * API keys: programs authenticate with one at each request, without a session. Uses {@code error},
 * {@code database}, {@code web}.
 */
package org.greensward.security.apikey;
