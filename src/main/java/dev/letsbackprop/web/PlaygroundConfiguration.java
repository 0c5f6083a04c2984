package dev.letsbackprop.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves the playground: the page at the root, and its files. */
@Configuration(proxyBeanMethods = false)
class PlaygroundConfiguration implements WebMvcConfigurer {
  private static final String FILES = "/playground/**";

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addViewController("/").setViewName("forward:/playground/index.html");
  }

  /** Browsers ask each time whether a file is still the same: one page is never of two versions. */
  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler(FILES)
        .addResourceLocations("classpath:/playground/")
        .setCacheControl(CacheControl.noCache());
  }
}
