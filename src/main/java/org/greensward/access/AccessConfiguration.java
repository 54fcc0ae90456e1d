package org.greensward.access;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

/**
 * Which addresses ask for a sign-in. What they then show is a matter of the audience, in the
 * application and in the database.
 */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

  @Bean
  PasswordEncoder passwordEncoder() {
    return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  }

  @Bean
  @ConditionalOnWebApplication
  SecurityFilterChain doors(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(
            to ->
                to.requestMatchers("/manage/accounts/**", "/manage/accounts")
                    .hasRole(Role.ADMINISTRATOR.name())
                    .requestMatchers("/manage/**", "/manage")
                    .hasRole(Role.OFFICER.name())
                    .requestMatchers(
                        "/account/**", "/account", "/councils/*/office/**", "/councils/*/office")
                    .authenticated()
                    .requestMatchers("/api/edit/**")
                    .authenticated()
                    .anyRequest()
                    .permitAll())
        .formLogin(
            form ->
                form.loginPage("/sign-in")
                    .usernameParameter("email")
                    .successHandler(new FirstPage())
                    .failureUrl("/sign-in?failed")
                    .permitAll())
        // Programs are told; pages lead to the sign-in.
        .exceptionHandling(
            refused ->
                refused.defaultAuthenticationEntryPointFor(
                    new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED),
                    request -> request.getRequestURI().startsWith("/api/")))
        .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/"))
        .httpBasic(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        // Ours are set by web.SecurityHeaders, and public pages may be cached.
        .headers(AbstractHttpConfigurer::disable)
        .addFilterBefore(new AudienceFilter(), AuthorizationFilter.class)
        .build();
  }
}
