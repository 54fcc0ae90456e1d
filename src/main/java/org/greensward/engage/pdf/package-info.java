/**
 * PDF pages of text: tagged, with language and title, and a typeface of their own. Knows nothing of
 * what is written.
 */
package org.greensward.engage.pdf;
