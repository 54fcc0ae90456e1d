/**
 * Revisions of the layers: what this node knows of them, kept up to date by LISTEN/NOTIFY, and the
 * quadtree of the last revision of each tile. Uses {@code database}.
 */
package org.greensward.revision;
