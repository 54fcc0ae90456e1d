package org.greensward.engagement.letter;

/**
 * A letter with places in it.
 *
 * @param version of the row as it was read
 */
public record LetterTemplate(long id, String name, String subject, String body, String version) {}
