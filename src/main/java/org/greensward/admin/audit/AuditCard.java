package org.greensward.admin.audit;

import org.greensward.layer.admin.DashboardCard;
import org.springframework.stereotype.Component;

/** What was changed of late. */
@Component
class AuditCard implements DashboardCard {
  private final AuditQueries trail;

  AuditCard(AuditQueries trail) {
    this.trail = trail;
  }

  @Override
  public String title() {
    return "manage.audit.title";
  }

  @Override
  public Sentence sentence() {
    return Sentence.of("manage.audit.count", trail.countOfWeek());
  }

  @Override
  public String link() {
    return "/manage/audit";
  }

  @Override
  public int order() {
    return 900;
  }
}
