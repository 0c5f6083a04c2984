package dev.letsbackprop.web;

import dev.letsbackprop.admission.Admission;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.service.Demand;
import dev.letsbackprop.service.DiagramRequest;
import dev.letsbackprop.service.DiagramRequestReader;
import dev.letsbackprop.service.DiagramService;
import dev.letsbackprop.service.ExerciseCheckRequest;
import dev.letsbackprop.service.ExerciseCheckService;
import dev.letsbackprop.service.ExportRequest;
import dev.letsbackprop.service.ExportRequestReader;
import dev.letsbackprop.service.ExportService;
import dev.letsbackprop.service.GradeListener;
import dev.letsbackprop.service.GradeRequest;
import dev.letsbackprop.service.GradeService;
import dev.letsbackprop.service.GradientCheckRequest;
import dev.letsbackprop.service.GradientCheckRequestReader;
import dev.letsbackprop.service.GradientCheckService;
import dev.letsbackprop.service.GradientGraphRequest;
import dev.letsbackprop.service.GradientGraphService;
import dev.letsbackprop.service.GradientRequest;
import dev.letsbackprop.service.GradientRequestReader;
import dev.letsbackprop.service.GradientService;
import dev.letsbackprop.service.HessianRequest;
import dev.letsbackprop.service.HessianRequestReader;
import dev.letsbackprop.service.HessianService;
import dev.letsbackprop.service.JacobianRequest;
import dev.letsbackprop.service.JacobianRequestReader;
import dev.letsbackprop.service.JacobianService;
import java.util.function.BiFunction;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the service, our readers and writers, and our problems in their places. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
  private final Limits limits;

  WebConfiguration(Limits limits) {
    this.limits = limits;
  }

  @Bean
  GradientService gradientService() {
    return new GradientService();
  }

  @Bean
  GradientGraphService gradientGraphService() {
    return new GradientGraphService(limits);
  }

  @Bean
  GradientCheckService gradientCheckService() {
    return new GradientCheckService();
  }

  @Bean
  GradeService gradeService(GradeListener listener) {
    return new GradeService(listener);
  }

  @Bean
  ExerciseCheckService exerciseCheckService() {
    return new ExerciseCheckService(limits);
  }

  @Bean
  HessianService hessianService() {
    return new HessianService(limits);
  }

  @Bean
  JacobianService jacobianService() {
    return new JacobianService(limits);
  }

  @Bean
  ExportService exportService() {
    return new ExportService(limits);
  }

  @Bean
  DiagramService diagramService() {
    return new DiagramService(limits);
  }

  @Override
  public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
    builder.addCustomConverter(new DocumentConverter());
    reading(builder, GradientRequest.class, GradientRequestReader::read);
    reading(builder, GradientGraphRequest.class, GradientGraphRequest::read);
    reading(builder, GradientCheckRequest.class, GradientCheckRequestReader::read);
    reading(builder, ExerciseCheckRequest.class, ExerciseCheckRequest::read);
    reading(builder, GradeRequest.class, GradeRequest::read);
    reading(builder, HessianRequest.class, HessianRequestReader::read);
    reading(builder, JacobianRequest.class, JacobianRequestReader::read);
    reading(builder, ExportRequest.class, ExportRequestReader::read);
    reading(builder, DiagramRequest.class, DiagramRequestReader::read);
  }

  private <T extends Demand> void reading(
      HttpMessageConverters.ServerBuilder builder,
      Class<T> type,
      BiFunction<byte[], Limits, T> reader) {
    builder.addCustomConverter(new RequestConverter<>(type, limits, reader));
  }

  @Bean
  Admission admission() {
    Runtime machine = Runtime.getRuntime();
    return new Admission(limits, machine.maxMemory(), machine.availableProcessors());
  }

  @Bean
  AdmissionMetrics admissionMetrics(Admission admission) {
    return new AdmissionMetrics(admission);
  }

  @Bean
  FilterRegistrationBean<AdmissionFilter> admissionFilter(Admission admission) {
    FilterRegistrationBean<AdmissionFilter> filter =
        new FilterRegistrationBean<>(new AdmissionFilter(admission, limits));
    filter.addUrlPatterns("/v1/*");
    return filter;
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
