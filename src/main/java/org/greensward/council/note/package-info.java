/**
 * Notes that a council keeps for itself and for officers. Nobody else can read them, neither in
 * pages nor in the database. Uses {@code error}, {@code web}, {@code layer}, {@code security}.
 */
package org.greensward.council.note;
