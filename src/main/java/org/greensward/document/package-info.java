/** Tagged PDF pages of text, with language, title and embedded fonts. Uses no other package. */
package org.greensward.document;
