package dev.letsbackprop.web.observation;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts what observes requests in its places. */
@Configuration(proxyBeanMethods = false)
class ObservationConfiguration implements WebMvcConfigurer {
  private final PhaseTimes times;

  ObservationConfiguration(PhaseTimes times) {
    this.times = times;
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> everyAnswer() {
    return factory -> factory.addEngineValves(new EveryAnswer());
  }

  @Bean
  RequestTags requestTags() {
    return new RequestTags();
  }

  @Bean
  Refusals refusals(MeterRegistry registry) {
    return new Refusals(registry);
  }

  @Bean
  GradeCounts gradeCounts(MeterRegistry registry) {
    return new GradeCounts(registry);
  }

  @Bean
  ReadinessFirst readinessFirst(@Value("${letsbackprop.shutdown-delay:0s}") Duration delay) {
    return new ReadinessFirst(delay);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(times).addPathPatterns("/v1/**");
  }
}
