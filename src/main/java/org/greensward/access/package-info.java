/**
 * Who signs in and what they may: accounts and roles, the door ({@code Doorkeeper} checks
 * passwords, {@code Guard} slows guessing, {@code SecondFactors} has codes, {@code Entrance} leads
 * from the first proof in), sessions, the audience that each request has in the database, and the
 * frame in which every change is made ({@link org.greensward.access.Editing}). Programs come in by
 * keys ({@code KeyDoor}, {@code ApiKeys}), for each request anew. Administrators keep accounts at
 * the {@link org.greensward.access.AccountDesk}. Uses {@code store} and {@code web}; every package
 * in which people change something uses it.
 */
package org.greensward.access;
