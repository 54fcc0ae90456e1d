package org.greensward.status;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A claim to be made about where a council stands on a service.
 *
 * @param status a code of {@link DevolutionStatus}; null: nothing is claimed of these dates any
 *     more
 * @param until the first day after it; null: none
 * @param arrangement of a devolved status; else null
 * @param basis a code of {@link org.greensward.layer.Basis}
 * @param publishedFrom when it becomes public; null: now
 */
public record NewStatusClaim(
    long council,
    long service,
    String status,
    LocalDate from,
    LocalDate until,
    String arrangement,
    String basis,
    String source,
    String note,
    Instant publishedFrom) {}
