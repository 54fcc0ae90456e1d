/** Import of the register of statuses. Uses {@code error}, {@code layer}, {@code council}. */
package org.greensward.status.importing;
