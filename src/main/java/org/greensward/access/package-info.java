/**
 * Who signs in and what they may: accounts, roles, sessions, the audience that each request has in
 * the database, and the frame in which every change is made ({@link
 * org.greensward.access.Editing}). Uses {@code store} and {@code web}; every package in which
 * people change something uses it.
 */
package org.greensward.access;
