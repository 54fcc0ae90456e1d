/**
 * What councils propose and officers decide: interest in looking after land and its withdrawal,
 * arrangements, and corrections of parcels; the office, which is a council's desk behind the
 * sign-in; and what is not public yet, as a layer of the map. The database keeps the order of steps
 * and who may take them (migration V30); accepting writes the change, its trail and the step in one
 * transaction. Uses {@code access}, {@code edit}, {@code manage}, {@code store} and {@code web};
 * other parts that a council or an officer works with put a card into the office ({@link
 * org.greensward.manage.OfficeCard}) and read the steps ({@link
 * org.greensward.proposal.ProposalEvents}).
 */
package org.greensward.proposal;
