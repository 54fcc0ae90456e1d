package org.greensward.status;

import java.time.LocalDate;
import java.util.List;

/**
 * A council and where it stands on landscaping at a date.
 *
 * @param status {@code devolved}, {@code interested}, {@code none} or {@code unknown}
 * @param since from when that status holds; null when it is unknown
 * @param basis of the status: {@code documented} or {@code illustrative}
 * @param confidential whether that status is not public yet: whoever asks sees it, others do not
 * @param forum its ward forum or local area forum, null when it has none
 * @param parishes ONS codes of its parishes at the date
 * @param lon its settlement, WGS84 degrees; null when it is not recorded
 * @param bbox west, south, east, north of its parishes in WGS84 degrees; null without boundaries
 * @param area_m2 of its parishes, measured in EPSG:27700
 */
public record CouncilStatus(
    String slug,
    String name,
    String kind,
    String status,
    LocalDate since,
    String arrangement,
    String basis,
    boolean confidential,
    String forum,
    List<String> parishes,
    Double lon,
    Double lat,
    List<Double> bbox,
    Double area_m2) {}
