package org.greensward.engagement;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A step as it is on record.
 *
 * @param recordedBy the office of whoever recorded it; null for a program
 * @param mine whether whoever asks recorded it
 * @param standing whether it holds: neither corrected nor ended
 * @param corrected whether a later row stands in its place
 * @param endReason why it was ended; null when it was not
 */
public record RecordedStep(
    long id,
    LocalDate day,
    String step,
    String words,
    String minute,
    String document,
    LocalDateTime recordedAt,
    String recordedBy,
    boolean mine,
    boolean standing,
    boolean corrected,
    String endReason) {}
