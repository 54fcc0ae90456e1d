/**
 * Import of councils, and of parish boundaries, which are repaired to a valid coverage first. Uses
 * {@code error}, {@code coverage}, {@code layer}, {@code authority}.
 */
package org.greensward.council.importing;
