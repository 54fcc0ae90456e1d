/**
 * Connection pools as beans: one for the owner, one for the public, one for signed-in people, whose
 * connections set the audience in each transaction. The store is opened and migrated here. Uses
 * {@code error}.
 */
@NullMarked
package org.greensward.database.pool;

import org.jspecify.annotations.NullMarked;
