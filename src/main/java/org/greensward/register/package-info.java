/**
 * The register: the councils, and where each stands on a service at a date. Uses {@code store} and
 * {@code web}; {@code land} and {@code tile} use it.
 */
package org.greensward.register;
