package dev.letsbackprop.web.observation;

import dev.letsbackprop.problem.Problem;
import dev.letsbackprop.web.ProblemResponse;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/**
 * The tags of {@code http.server.requests}: Spring's, and {@code problem}, the type of problem that
 * was answered.
 */
final class RequestTags extends DefaultServerRequestObservationConvention {
  private static final String NAME = "problem";
  private static final KeyValue NONE = KeyValue.of(NAME, "none");

  @Override
  public KeyValues getLowCardinalityKeyValues(ServerRequestObservationContext context) {
    return super.getLowCardinalityKeyValues(context).and(problem(context));
  }

  private static KeyValue problem(ServerRequestObservationContext context) {
    Problem problem = told(context);
    return problem == null ? NONE : KeyValue.of(NAME, slug(problem));
  }

  /** The problem that a request was answered with, if any. */
  static @Nullable Problem told(ServerRequestObservationContext context) {
    HttpServletRequest request = context.getCarrier();
    return request != null && request.getAttribute(ProblemResponse.TOLD) instanceof Problem problem
        ? problem
        : null;
  }

  /** The last part of its type; a problem without one is told by the status beside it. */
  static String slug(Problem problem) {
    return problem.type().substring(problem.type().lastIndexOf('/') + 1);
  }
}
