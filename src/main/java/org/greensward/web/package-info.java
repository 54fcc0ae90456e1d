/**
 * What all pages and addresses share: parameters, forms, display formats, error pages and the
 * layout. Uses {@code error}, {@code revision}.
 */
package org.greensward.web;
