/**
 * The register of devolution status: where each council stands on a service at a date. Uses {@code
 * parish}, {@code store} and {@code web}; {@code land} and {@code tile} use it.
 */
package org.greensward.register;
