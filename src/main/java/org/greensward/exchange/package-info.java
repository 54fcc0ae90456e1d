/**
 * Files in and out: a file is staged, validated, reported on and, if nothing speaks against it,
 * merged into its layer in one transaction that keeps what it replaces. Uses {@code geometry},
 * {@code licence}, {@code store} and {@code refusal}; the command line and later the officers'
 * pages use it.
 */
package org.greensward.exchange;
