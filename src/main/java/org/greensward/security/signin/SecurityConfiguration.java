package org.greensward.security.signin;

import java.util.stream.Stream;
import org.greensward.database.OwnerDataSource;
import org.greensward.security.account.AccountAdminService;
import org.greensward.security.account.AccountPrincipal;
import org.greensward.security.account.AccountRole;
import org.greensward.security.account.SignInSettings;
import org.greensward.security.apikey.ApiKeyAuthenticationFilter;
import org.greensward.security.apikey.ApiKeyRepository;
import org.greensward.security.apikey.ApiWriteAuthenticationFilter;
import org.greensward.security.audit.AuditedTransaction;
import org.greensward.security.audit.SignInAudit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Which addresses ask for a sign-in. What they then show is a matter of the audience, in the
 * application and in the database. Nobody is known to this chain before all their factors are
 * shown: pages that are open to everybody would otherwise take half a sign-in for a whole one.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
public class SecurityConfiguration {

  @Bean
  public PasswordEncoder passwordEncoder() {
    return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  }

  /** Accounts as whoever runs the service keeps them, by the command line. */
  @Bean(defaultCandidate = false)
  @OwnerDataSource
  AccountAdminService ownerAccountDesk(
      @OwnerDataSource JdbcClient jdbc,
      @OwnerDataSource PlatformTransactionManager transactions,
      SignInSettings settings) {
    return new AccountAdminService(jdbc, new AuditedTransaction(jdbc, transactions), settings);
  }

  /** In place of the one that Spring Boot would make up, with a password in the log. */
  @Bean
  UserDetailsService nobody() {
    return name -> {
      throw new UsernameNotFoundException("people sign in at /sign-in only");
    };
  }

  @Bean
  @ConditionalOnWebApplication
  SecurityFilterChain doors(
      HttpSecurity http, SignInAudit trail, OidcSignInHandler provider, ApiKeyRepository keys)
      throws Exception {
    SignInEntryPoint door = new SignInEntryPoint();
    http.authorizeHttpRequests(
            to ->
                to.requestMatchers("/manage/accounts/**", "/manage/accounts")
                    .hasRole(AccountRole.ADMINISTRATOR.name())
                    .requestMatchers("/manage/**", "/manage")
                    .hasRole(AccountRole.OFFICER.name())
                    .requestMatchers(
                        "/account/**",
                        "/account",
                        "/councils/*/office/**",
                        "/councils/*/office",
                        "/api/edit/**")
                    .hasAnyRole(
                        Stream.of(AccountRole.values())
                            .map(AccountRole::name)
                            .toArray(String[]::new))
                    .requestMatchers(HttpMethod.POST, "/licences/*")
                    .hasAnyRole(AccountRole.COUNCIL.name(), AccountRole.OFFICER.name())
                    .anyRequest()
                    .permitAll())
        .exceptionHandling(of -> of.authenticationEntryPoint(door).accessDeniedHandler(door))
        .securityContext(of -> of.securityContextRepository(SignInFlow.CONTEXTS))
        .requestCache(of -> of.requestCache(new NullRequestCache()))
        // A page that stood open through another sign-in must be able to sign out too; the cookie
        // does not come with forms of other sites. Who holds a contractor's link needs its secret
        // to
        // send anything, and no session.
        .csrf(of -> of.ignoringRequestMatchers("/sign-out", "/contractor/*"))
        .logout(
            out ->
                out.logoutUrl("/sign-out")
                    .logoutSuccessUrl("/")
                    .addLogoutHandler(
                        (request, response, who) ->
                            AccountPrincipal.find()
                                .ifPresent(me -> trail.by(me.account(), "sign-out", request))))
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        // Ours are set by web.SecurityHeaders, and public pages may be cached.
        .headers(AbstractHttpConfigurer::disable)
        .addFilterBefore(new UploadSizeFilter(), CsrfFilter.class)
        .addFilterBefore(new ApiKeyAuthenticationFilter(keys), UploadSizeFilter.class)
        .addFilterAfter(new ApiWriteAuthenticationFilter(), ApiKeyAuthenticationFilter.class)
        .addFilterBefore(new AudienceFilter(), AuthorizationFilter.class);
    provider.open(http);
    return http.build();
  }
}
