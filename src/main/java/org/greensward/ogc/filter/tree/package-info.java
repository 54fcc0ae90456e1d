/**
 * The tree of a filter: predicates and operands with checked types, coordinate systems and limits.
 * Knows no HTTP and no database. Uses {@code error}.
 */
package org.greensward.ogc.filter.tree;
