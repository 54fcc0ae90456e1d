/**
 * What is told of events: mail to role addresses, queued in the database and sent by one node, and
 * feeds for each audience. Events themselves are written by triggers ({@code note_event}).
 */
package org.greensward.engage.notice;
