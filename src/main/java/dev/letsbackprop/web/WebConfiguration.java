package dev.letsbackprop.web;

import dev.letsbackprop.json.ReadLimits;
import dev.letsbackprop.model.Limits;
import dev.letsbackprop.service.GradientGraphRequest;
import dev.letsbackprop.service.GradientGraphService;
import dev.letsbackprop.service.GradientRequest;
import dev.letsbackprop.service.GradientRequestReader;
import dev.letsbackprop.service.GradientService;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the service, our readers and writers, and our problems in their places. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

  @Bean
  GradientService gradientService() {
    return new GradientService();
  }

  @Bean
  GradientGraphService gradientGraphService() {
    return new GradientGraphService(Limits.DEFAULT);
  }

  @Override
  public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
    ReadLimits limits = ReadLimits.DEFAULT;
    builder.addCustomConverter(new DocumentConverter());
    builder.addCustomConverter(
        new RequestConverter<>(
            GradientRequest.class,
            limits.bodyBytes(),
            body -> GradientRequestReader.read(body, limits, Limits.DEFAULT)));
    builder.addCustomConverter(
        new RequestConverter<>(
            GradientGraphRequest.class,
            limits.bodyBytes(),
            body -> GradientGraphRequest.read(body, limits, Limits.DEFAULT)));
  }

  /** Until there is a page of its own, the root leads to the documentation that one can try. */
  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addRedirectViewController("/", "/swagger-ui.html");
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcatProblems() {
    return factory ->
        factory.addContextCustomizers(
            context -> {
              if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemValve.class.getName());
              }
            });
  }
}
