package org.greensward.engagement;

import org.greensward.layer.admin.DashboardCard;
import org.greensward.layer.admin.OfficeCard;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ways to pages of this package of which there is no number to tell. */
@Configuration(proxyBeanMethods = false)
class EngagementDashboardLinks {

  @Bean
  DashboardCard agreementsCard() {
    return new OfOfficers(
        "engage.card.agreements.title", "engage.card.agreements", "/manage/agreements", 30);
  }

  @Bean
  DashboardCard lettersCard() {
    return new OfOfficers(
        "engage.card.letters.title", "engage.card.letters", "/manage/letters", 50);
  }

  @Bean
  DashboardCard mailCard() {
    return new OfOfficers("engage.card.mail.title", "engage.card.mail", "/manage/mail", 60);
  }

  @Bean
  DashboardCard feedsCard() {
    return new OfOfficers("engage.card.feeds.title", "engage.card.feeds", "/manage/feeds", 70);
  }

  @Bean
  OfficeCard agreementCard() {
    return new OfCouncil(
        "engage.card.agreement.title", "engage.card.agreement", "/office/agreement", 30);
  }

  @Bean
  OfficeCard feedCard() {
    return new OfCouncil("engage.card.feeds.title", "engage.card.feeds", "/office/feeds", 40);
  }

  private record OfOfficers(String title, String key, String link, int order)
      implements DashboardCard {
    @Override
    public Sentence sentence() {
      return Sentence.of(key);
    }
  }

  private record OfCouncil(String title, String key, String path, int getOrder)
      implements OfficeCard {
    @Override
    public DashboardCard.Sentence sentence(long council) {
      return DashboardCard.Sentence.of(key);
    }

    @Override
    public String link(String slug) {
      return "/councils/" + slug + path;
    }
  }
}
