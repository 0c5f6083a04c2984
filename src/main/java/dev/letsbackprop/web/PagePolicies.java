package dev.letsbackprop.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What pages and pictures may run and load; all other answers may nothing at all. */
@Configuration(proxyBeanMethods = false)
class PagePolicies implements WebMvcConfigurer {
  /** The playground runs and loads what comes from here, and talks to nobody else. */
  private static final String PLAYGROUND =
      policy(
          "script-src 'self'",
          "style-src 'self'",
          "connect-src 'self'",
          "img-src 'self' data: blob:",
          "font-src 'self'",
          "base-uri 'none'",
          "form-action 'none'",
          "frame-ancestors 'none'");

  /** Swagger UI, which is not ours, sets styles of elements besides. */
  private static final String SWAGGER =
      policy(
          "script-src 'self'",
          "style-src 'self' 'unsafe-inline'",
          "connect-src 'self'",
          "img-src 'self' data: blob:",
          "font-src 'self'",
          "base-uri 'none'",
          "form-action 'none'",
          "frame-ancestors 'none'");

  /** An explanation has a style of its own, and nothing else. */
  private static final String EXPLANATION =
      policy(
          "style-src 'unsafe-inline'",
          "base-uri 'none'",
          "form-action 'none'",
          "frame-ancestors 'none'");

  /** Opened by itself, a picture may run nothing and load nothing but its own style. */
  private static final String PICTURE = policy("style-src 'unsafe-inline'", "sandbox");

  private static String policy(String... allowed) {
    return "default-src 'none'; " + String.join("; ", allowed);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new Page(PLAYGROUND)).addPathPatterns("/", "/playground/**");
    registry
        .addInterceptor(new Page(SWAGGER))
        .addPathPatterns("/swagger-ui.html", "/swagger-ui/**");
    registry.addInterceptor(new Page(EXPLANATION)).addPathPatterns("/problems/*");
    registry
        .addInterceptor(new Page(PICTURE))
        .addPathPatterns("/v1/diagrams", "/v1/examples/*/diagram.svg");
  }

  private record Page(String policy) implements HandlerInterceptor {
    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler) {
      response.setHeader("Content-Security-Policy", policy);
      response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
      return true;
    }
  }
}
