/**
 * Letters to councils: templates with places for what the register knows, and what is made of them,
 * as PDF or as a table for mail merge. Uses {@code engage} for which councils and what was sent.
 */
package org.greensward.engage.letter;
