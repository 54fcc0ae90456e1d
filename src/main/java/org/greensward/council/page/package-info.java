/**
 * The public pages and JSON of councils: the table of all, and one council with its status and its
 * schedule of land. Uses {@code revision}, {@code web}, {@code security}, {@code licence}, {@code
 * authority}, {@code status}, {@code land}.
 */
package org.greensward.council.page;
