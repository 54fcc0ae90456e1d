package org.greensward.status;

import java.time.LocalDate;
import java.util.List;

/**
 * One council as lists show it.
 *
 * @param status {@code devolved}, {@code interested}, {@code none} or {@code unknown}
 * @param since the first day of that status, null when it is not known
 * @param illustrative whether the status is made up for the demonstration
 * @param confidential whether that status is not public yet: whoever asks sees it, others do not
 * @param forums its ward forums and local area forums, which have members by place
 * @param area_m2 of its parishes, measured in EPSG:27700; null without boundaries
 */
public record CouncilSummary(
    String slug,
    String name,
    String kind,
    String status,
    LocalDate since,
    String arrangement,
    boolean illustrative,
    boolean confidential,
    List<String> forums,
    List<String> wards,
    List<String> parishes,
    Double area_m2) {}
