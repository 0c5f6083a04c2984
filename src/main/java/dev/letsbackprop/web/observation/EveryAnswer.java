package dev.letsbackprop.web.observation;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import org.apache.catalina.AccessLog;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Gives every answer what all of them have, those that Tomcat makes by itself included: headers of
 * safety and the request's id; and writes a line into the log for each request of the API.
 */
final class EveryAnswer extends ValveBase implements AccessLog {
  private static final Logger LOG = LoggerFactory.getLogger("dev.letsbackprop.access");
  private static final String API = "/v1/";
  private static final long NANOS = 1_000_000;

  /** Nothing may be run or loaded; pages and pictures have policies of their own in its place. */
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Resource-Policy", "same-origin");

  private boolean enabled;

  EveryAnswer() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    RequestScope scope = RequestScope.of(request);
    HEADERS.forEach(response::setHeader);
    response.setHeader(RequestId.HEADER, scope.id());
    if (HttpMethod.POST.matches(request.getMethod())) {
      response.setHeader("Cache-Control", "no-store");
    }
    scope.enter();
    try {
      getNext().invoke(request, response);
    } finally {
      RequestScope.leave();
    }
  }

  /** Writes the line. What the caller wrote is not in it: neither path, query, header nor body. */
  @Override
  public void log(Request request, Response response, long nanos) {
    String path = request.getDecodedRequestURI();
    if (path == null || !path.startsWith(API) || !LOG.isInfoEnabled()) {
      return;
    }
    RequestScope scope = RequestScope.of(request);
    String method = method(request);
    String template = template(request);
    int status = response.getStatus();
    long bytes = response.getContentWritten();
    scope.enter();
    try {
      LOG.atInfo()
          .addKeyValue("http.request.method", method)
          .addKeyValue("http.route", template)
          .addKeyValue("http.response.status_code", status)
          .addKeyValue("http.response.body.bytes", bytes)
          .addKeyValue("event.duration", nanos)
          .log(
              "{} {} {} {} ms {} bytes {}",
              method,
              template,
              status,
              nanos / NANOS,
              bytes,
              scope.id());
    } finally {
      RequestScope.leave();
    }
  }

  /** One of those that HTTP knows: any word may stand there. */
  private static String method(Request request) {
    for (HttpMethod method : HttpMethod.values()) {
      if (method.matches(request.getMethod())) {
        return method.name();
      }
    }
    return "OTHER";
  }

  /** Such as {@code /v1/operations/{name}}; that of all where no controller was found. */
  private static String template(Request request) {
    Object template = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    String pattern = template == null ? "" : template.toString();
    return pattern.startsWith(API) ? pattern : API + "**";
  }

  @Override
  public void setRequestAttributesEnabled(boolean enabled) {
    this.enabled = enabled;
  }

  @Override
  public boolean getRequestAttributesEnabled() {
    return enabled;
  }
}
