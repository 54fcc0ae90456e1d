package org.greensward.importing.upload;

import org.greensward.layer.admin.DashboardCard;
import org.greensward.layer.admin.DashboardCard.Sentence;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The card of uploads: how many were checked and wait to be applied. */
@Configuration(proxyBeanMethods = false)
class UploadCards {

  @Bean
  DashboardCard uploadsCard(JdbcClient jdbc) {
    return new DashboardCard(
        "uploads.title",
        () ->
            Sentence.of(
                "uploads.card",
                jdbc.sql("SELECT count(*) FROM upload WHERE state = 'checked'")
                    .query(Long.class)
                    .single()),
        "/manage/uploads",
        40);
  }
}
