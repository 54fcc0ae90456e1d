package org.greensward.download;

/**
 * Whose rows are taken.
 *
 * @param slug for the name of a file: {@code olney-town-council}, {@code all}
 * @param title for people
 * @param councils ids of the councils; null for all there is
 * @param forum the id of the forum that was named; null without one
 */
public record Scope(String slug, String title, Long[] councils, Long forum) {}
