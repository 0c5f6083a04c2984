package dev.letsbackprop.web.access;

import dev.letsbackprop.web.ProblemResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;

/**
 * Spring's processor of CORS, which refuses a preflight with a problem.
 *
 * <p>A request itself is never refused for its origin: without the headers a browser keeps the
 * answer from the page, and behind a proxy a page of our own may look like one of another origin.
 */
final class CorsProblems extends DefaultCorsProcessor {
  @Override
  public boolean processRequest(
      @Nullable CorsConfiguration configuration,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (!CorsUtils.isPreFlightRequest(request) && !allows(configuration, request)) {
      if (configuration != null) {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
      }
      return true;
    }
    boolean allowed =
        configuration != null && super.processRequest(configuration, request, response);
    if (!allowed) {
      String sentence =
          configuration == null
              ? "Pages of other origins may not call this path."
              : "Pages of this origin may not call this path in this way.";
      ProblemResponse.send(
          ProblemResponse.blank(HttpStatus.FORBIDDEN, sentence, request.getRequestURI()), response);
    }
    return allowed;
  }

  private static boolean allows(
      @Nullable CorsConfiguration configuration, HttpServletRequest request) {
    return configuration != null
        && configuration.checkOrigin(request.getHeader(HttpHeaders.ORIGIN)) != null;
  }

  /** Says nothing yet: the problem does. */
  @Override
  protected void rejectRequest(ServerHttpResponse response) {}
}
