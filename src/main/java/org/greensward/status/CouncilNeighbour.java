package org.greensward.status;

/** A council next to another, and where it stands. */
public record CouncilNeighbour(String slug, String name, String status) {}
