/**
 * Local councils as bodies: how an address, a name or a form refers to one, and which slug it has.
 * Uses {@code error}, {@code web}, {@code layer}, {@code security}.
 */
package org.greensward.council;
