package dev.letsbackprop.web.observation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Type;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Measures how long a request was read, computed and written, in {@code letsbackprop.request.read},
 * {@code .compute} and {@code .write}.
 *
 * <p>A request that is refused stops in one of the three, whose time then ends with its answer. A
 * batch is not among them, since it does all three at once.
 */
@ControllerAdvice
class PhaseTimes extends RequestBodyAdviceAdapter
    implements ResponseBodyAdvice<Object>, HandlerInterceptor {
  private static final String ATTRIBUTE = PhaseTimes.class.getName();

  private final MeterRegistry registry;

  PhaseTimes(MeterRegistry registry) {
    this.registry = registry;
  }

  private enum Phase {
    READ("letsbackprop.request.read", "How long bodies were received and read"),
    COMPUTE("letsbackprop.request.compute", "How long answers were worked out"),
    WRITE("letsbackprop.request.write", "How long answers were written and sent");

    private final String meter;
    private final String description;

    Phase(String meter, String description) {
      this.meter = meter;
      this.description = description;
    }
  }

  private record Mark(Phase phase, long since) {}

  @Override
  public boolean supports(
      MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public HttpInputMessage beforeBodyRead(
      HttpInputMessage message,
      MethodParameter parameter,
      Type type,
      Class<? extends HttpMessageConverter<?>> converter) {
    turnTo(Phase.READ);
    return message;
  }

  @Override
  public Object afterBodyRead(
      Object body,
      HttpInputMessage message,
      MethodParameter parameter,
      Type type,
      Class<? extends HttpMessageConverter<?>> converter) {
    turnTo(Phase.COMPUTE);
    return body;
  }

  @Override
  public boolean supports(
      MethodParameter parameter, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter parameter,
      MediaType mediaType,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    if (mark() != null) {
      turnTo(Phase.WRITE);
    }
    return body;
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception exception) {
    if (mark() instanceof Mark last) {
      record(last, System.nanoTime());
    }
  }

  private void turnTo(Phase phase) {
    long now = System.nanoTime();
    if (mark() instanceof Mark last) {
      record(last, now);
    }
    attributes().setAttribute(ATTRIBUTE, new Mark(phase, now), RequestAttributes.SCOPE_REQUEST);
  }

  private void record(Mark mark, long now) {
    Object template =
        attributes()
            .getAttribute(
                HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
    Timer.builder(mark.phase().meter)
        .description(mark.phase().description)
        .tag("uri", template == null ? "UNKNOWN" : template.toString())
        .register(registry)
        .record(Duration.ofNanos(now - mark.since()));
  }

  private static @Nullable Object mark() {
    return attributes().getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
  }

  private static RequestAttributes attributes() {
    return RequestContextHolder.currentRequestAttributes();
  }
}
