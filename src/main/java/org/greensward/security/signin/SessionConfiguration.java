package org.greensward.security.signin;

import javax.sql.DataSource;
import org.greensward.database.OwnerDataSource;
import org.greensward.security.account.SignInSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.SpringSessionDataSource;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sessions in the database, as its owner keeps them: they outlive a restart, hold on every node,
 * and end at once when their account changes, see {@code V26__sign_in.sql}.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SessionConfiguration {

  @Bean(defaultCandidate = false)
  @SpringSessionDataSource
  DataSource sessionDataSource(@OwnerDataSource DataSource owner) {
    return new DelegatingDataSource(owner);
  }

  /**
   * On the very source that sessions are read from: on another the reading would take a second
   * connection beside the transaction's, and as many requests as the pool has would wait for each
   * other.
   */
  @Bean
  TransactionOperations springSessionTransactionOperations(
      @SpringSessionDataSource DataSource sessions) {
    TransactionTemplate template = new TransactionTemplate(new JdbcTransactionManager(sessions));
    template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return template;
  }

  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionsEndWhenIdle(
      SignInSettings settings) {
    return sessions -> sessions.setDefaultMaxInactiveInterval(settings.idle());
  }

  /**
   * What an older version of the program wrote and this one cannot read is as if it were not there.
   */
  @Bean
  ConversionService springSessionConversionService() {
    GenericConversionService conversion = new GenericConversionService();
    DeserializingConverter reading = new DeserializingConverter();
    conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
    conversion.addConverter(
        byte[].class,
        Object.class,
        bytes -> {
          try {
            return reading.convert(bytes);
          } catch (SerializationFailedException e) {
            return null;
          }
        });
    return conversion;
  }

  /**
   * Files of the program, and tiles, are the same for everybody and need no session: no look into
   * the database for each of them.
   */
  @Bean
  FilterRegistrationBean<jakarta.servlet.Filter> filesWithoutSession() {
    String done =
        SessionRepositoryFilter.class.getName() + SessionRepositoryFilter.ALREADY_FILTERED_SUFFIX;
    FilterRegistrationBean<jakarta.servlet.Filter> files =
        new FilterRegistrationBean<>(
            (request, response, chain) -> {
              request.setAttribute(done, true);
              chain.doFilter(request, response);
            });
    files.addUrlPatterns("/js/*", "/styles/*", "/images/*", "/vendor/*", "/tiles/*");
    files.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
    return files;
  }
}
