package org.greensward.security.lockout;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.greensward.error.RateLimitedException;
import org.greensward.security.account.SignInSettings;
import org.greensward.web.NetworkAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * How often one network address may try to sign in: generous, since a village hall sits behind one.
 * Counted by each node for itself; what guards an account is {@link AccountLockout}. Pages of the
 * door are kept by no cache.
 */
@Component
class SignInRateLimiter implements HandlerInterceptor, WebMvcConfigurer {
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final int MOST_ADDRESSES = 100_000;

  private final Cache<String, AtomicInteger> counted =
      Caffeine.newBuilder().expireAfterWrite(WINDOW).maximumSize(MOST_ADDRESSES).build();
  private final int most;
  private final List<IpAddressMatcher> exempt;

  SignInRateLimiter(SignInSettings settings) {
    this.most = settings.triesPerAddress();
    this.exempt = settings.exemptAddresses().stream().map(IpAddressMatcher::new).toList();
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/sign-in", "/sign-in/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (request.getMethod().equals("POST")) {
      count(NetworkAddress.of(request));
    }
    return true;
  }

  /**
   * Counts a try.
   *
   * @throws RateLimitedException when there were too many in the last minutes
   */
  void count(String address) {
    if (exempt.stream().anyMatch(network -> network.matches(address))) {
      return;
    }
    if (counted.get(address, any -> new AtomicInteger()).incrementAndGet() > most) {
      throw new RateLimitedException(
          "Too many people have tried to sign in from your network in the last minutes. Try again"
              + " in five minutes.",
          (int) WINDOW.toSeconds());
    }
  }
}
