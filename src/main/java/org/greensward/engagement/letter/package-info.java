/**
 * Letters to councils: templates with placeholders, and mail merge to PDF or a table. Uses {@code
 * error}, {@code revision}, {@code web}, {@code security}, {@code authority}, {@code council},
 * {@code document}.
 */
package org.greensward.engagement.letter;
