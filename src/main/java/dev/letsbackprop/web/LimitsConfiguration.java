package dev.letsbackprop.web;

import dev.letsbackprop.limit.Limits;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Takes the limits from the settings below {@code letsbackprop.limits}. */
@Configuration(proxyBeanMethods = false)
class LimitsConfiguration {
  private static final String SETTINGS = "letsbackprop.limits";

  @Bean
  Limits limits(Environment environment) {
    Map<String, String> settings =
        Binder.get(environment)
            .bind(SETTINGS, Bindable.mapOf(String.class, String.class))
            .orElse(Map.of());
    try {
      return Limits.DEFAULT.with(settings);
    } catch (IllegalArgumentException e) {
      throw new BadSetting(SETTINGS + ": " + e.getMessage());
    }
  }
}
