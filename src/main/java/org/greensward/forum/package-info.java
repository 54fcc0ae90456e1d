/**
 * Forums and their meetings: the import of forums with their councils, and the dates of meetings.
 * Uses {@code web}, {@code layer}, {@code council}.
 */
package org.greensward.forum;
