/**
 * Server-sent events at {@code /events}: each change of a public layer and where it can be seen.
 * Uses {@code error}.
 */
package org.greensward.revision.events;
