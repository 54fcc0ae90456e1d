package org.greensward.engage.desk;

/** A council by its address. */
public record Council(long id, String slug, String name) {}
