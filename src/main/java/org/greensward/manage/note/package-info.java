/**
 * What a council notes for itself and for officers: nobody else reads it, neither in pages nor in
 * the database. A note is ended by whoever wrote it, and stays on record.
 */
package org.greensward.manage.note;
