package org.greensward.status;

import org.greensward.layer.admin.DashboardCard;
import org.greensward.layer.admin.DashboardCard.Sentence;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The card of statuses: how many the public does not see yet. */
@Configuration(proxyBeanMethods = false)
class StatusCards {

  @Bean
  DashboardCard confidentialStatusesCard(JdbcClient jdbc) {
    return new DashboardCard(
        "manage.card.confidential",
        () ->
            Sentence.of(
                "manage.card.confidential.count",
                jdbc.sql("SELECT count(*) FROM status WHERE published_from > now()")
                    .query(Long.class)
                    .single()),
        "/manage/status?rows=confidential",
        110);
  }
}
