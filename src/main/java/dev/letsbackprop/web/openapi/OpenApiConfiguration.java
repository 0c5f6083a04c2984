package dev.letsbackprop.web.openapi;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts our document in the place of the one that springdoc guesses from Java types. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

  @Bean
  OpenApiCustomizer completeDocument(
      @Value("${spring.application.version:development}") String version) {
    return new Completion(new Assembly(new Pieces(new Fillings(version))));
  }

  /** The document is JSON; springdoc would answer with YAML under this name. */
  @Bean
  FilterRegistrationBean<Filter> noYaml() {
    Filter filter =
        (request, response, chain) ->
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_NOT_FOUND);
    FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
    registration.addUrlPatterns("/v3/api-docs.yaml");
    return registration;
  }
}
