/**
 * Councils and the parishes they cover: bodies and areas, joined by ONS code and date. Uses {@code
 * store} and {@code web}; {@code register}, {@code land} and {@code tile} use it.
 */
package org.greensward.parish;
