package org.greensward.admin.audit;

import org.greensward.layer.admin.DashboardCard;
import org.greensward.layer.admin.DashboardCard.Sentence;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The card of the audit trail: how much was changed of late. */
@Configuration(proxyBeanMethods = false)
class AuditCards {

  @Bean
  DashboardCard auditCard(AuditQueries trail) {
    return new DashboardCard(
        "manage.audit.title",
        () -> Sentence.of("manage.audit.count", trail.countOfWeek()),
        "/manage/audit",
        900);
  }
}
