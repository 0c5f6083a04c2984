package dev.letsbackprop.web.access;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/** Puts the filters in their order: a preflight brings no token, so it is answered first. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
  // Both after the filters of Spring that measure and remember the request.
  private static final int PREFLIGHTS = 10;
  private static final int TOKENS = 20;

  private static final String API = "/v1/*";

  @Bean
  FilterRegistrationBean<CorsFilter> origins(Environment environment) {
    UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
    List<String> origins = OriginSettings.read(environment);
    if (!origins.isEmpty()) {
      source.registerCorsConfiguration("/v1/**", configuration(origins));
      source.registerCorsConfiguration("/v3/api-docs", configuration(origins));
    }
    CorsFilter filter = new CorsFilter(source);
    filter.setCorsProcessor(new CorsProblems());
    FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(PREFLIGHTS);
    return registration;
  }

  /** Cookies are never among it: a token is sent by whoever knows it. */
  private static CorsConfiguration configuration(List<String> origins) {
    CorsConfiguration configuration = new CorsConfiguration();
    configuration.setAllowedOrigins(origins);
    configuration.setAllowedMethods(List.of("GET", "HEAD", "POST"));
    configuration.setAllowedHeaders(
        List.of(
            "Accept",
            "Authorization",
            "Content-Type",
            "X-Request-Id",
            "traceparent",
            "tracestate"));
    configuration.setExposedHeaders(List.of("Retry-After", "X-Request-Id"));
    configuration.setMaxAge(Duration.ofHours(1));
    return configuration;
  }

  @Bean
  FilterRegistrationBean<TokenFilter> tokens(Environment environment) {
    FilterRegistrationBean<TokenFilter> registration =
        new FilterRegistrationBean<>(new TokenFilter(TokenSettings.read(environment)));
    registration.addUrlPatterns(API);
    registration.setOrder(TOKENS);
    return registration;
  }
}
