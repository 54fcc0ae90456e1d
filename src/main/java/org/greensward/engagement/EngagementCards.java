package org.greensward.engagement;

import org.greensward.layer.admin.DashboardCard;
import org.greensward.layer.admin.DashboardCard.Sentence;
import org.greensward.layer.admin.OfficeCard;
import org.greensward.revision.WorkingDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The cards of engagement, for officers and in a council's office. */
@Configuration(proxyBeanMethods = false)
class EngagementCards {

  @Bean
  DashboardCard overdueStepsCard(JdbcClient jdbc, WorkingDate workingDate) {
    return new DashboardCard(
        "engage.card.board.title",
        () ->
            Sentence.of(
                "engage.card.board",
                jdbc.sql("SELECT count(*) FROM engagement_plan WHERE next_date < :today")
                    .param("today", workingDate.today())
                    .query(Long.class)
                    .single()),
        "/manage/board",
        20);
  }

  @Bean
  DashboardCard agreementsCard() {
    return DashboardCard.ofLink(
        "engage.card.agreements.title", "engage.card.agreements", "/manage/agreements", 30);
  }

  @Bean
  DashboardCard lettersCard() {
    return DashboardCard.ofLink(
        "engage.card.letters.title", "engage.card.letters", "/manage/letters", 50);
  }

  @Bean
  DashboardCard mailCard() {
    return DashboardCard.ofLink("engage.card.mail.title", "engage.card.mail", "/manage/mail", 60);
  }

  @Bean
  DashboardCard feedsCard() {
    return DashboardCard.ofLink(
        "engage.card.feeds.title", "engage.card.feeds", "/manage/feeds", 70);
  }

  @Bean
  OfficeCard councilStepsCard(JdbcClient jdbc) {
    return new OfficeCard(
        "engage.card.steps.title",
        council ->
            Sentence.of(
                "engage.card.steps",
                jdbc.sql("SELECT count(*) FROM engagement_standing WHERE council_id = :council")
                    .param("council", council)
                    .query(Long.class)
                    .single()),
        "/councils/{slug}/office/steps",
        20);
  }

  @Bean
  OfficeCard agreementCard() {
    return OfficeCard.ofLink(
        "engage.card.agreement.title",
        "engage.card.agreement",
        "/councils/{slug}/office/agreement",
        30);
  }

  @Bean
  OfficeCard feedCard() {
    return OfficeCard.ofLink(
        "engage.card.feeds.title", "engage.card.feeds", "/councils/{slug}/office/feeds", 40);
  }
}
