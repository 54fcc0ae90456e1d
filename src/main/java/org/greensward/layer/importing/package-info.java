/**
 * What a domain contributes to import: the import layer with its columns, and what it gets to do
 * its work: staged rows, merges of whole tables, the report. Uses {@code error}.
 */
package org.greensward.layer.importing;
