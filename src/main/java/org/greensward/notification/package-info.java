/**
 * Notification of events: mail to role addresses, queued in the database and sent by one node, and
 * Atom feeds for each audience. Triggers write the events. Uses {@code error}, {@code database},
 * {@code web}, {@code security}, {@code authority}, {@code council}.
 */
package org.greensward.notification;
