package org.greensward.status;

import org.greensward.layer.export.ConfidentialityRule;
import org.greensward.layer.export.ExportLayer;
import org.springframework.stereotype.Component;

/** Marks files as confidential whose rows follow from statuses that are not published yet. */
@Component
class StatusConfidentiality implements ConfidentialityRule {
  private final CouncilSummaryRepository statuses;

  StatusConfidentiality(CouncilSummaryRepository statuses) {
    this.statuses = statuses;
  }

  @Override
  public boolean isConfidential(ExportLayer layer) {
    return layer.sources().contains("statuses") && !statuses.isAllPublic();
  }
}
