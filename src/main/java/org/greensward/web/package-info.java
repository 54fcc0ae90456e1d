/**
 * What pages and addresses share: how a date is read, how an error is told, how the page is laid
 * out. Lies at the bottom: it uses {@code store} and {@code refusal}, and every package with a
 * controller uses it.
 */
package org.greensward.web;
