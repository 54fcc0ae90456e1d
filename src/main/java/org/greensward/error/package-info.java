/**
 * Exceptions whose message is meant for the user. The command line prints the sentence and exits
 * with code 2; the web answers with a problem document or an error page. Every package may use this
 * one. Uses no other package.
 */
@NullMarked
package org.greensward.error;

import org.jspecify.annotations.NullMarked;
