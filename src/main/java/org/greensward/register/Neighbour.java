package org.greensward.register;

/** A council next to another, and where it stands. */
public record Neighbour(String slug, String name, String status) {}
