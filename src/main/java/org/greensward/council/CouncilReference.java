package org.greensward.council;

/** A council by its address. */
public record CouncilReference(long id, String slug, String name) {}
