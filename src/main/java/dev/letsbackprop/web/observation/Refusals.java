package dev.letsbackprop.web.observation;

import dev.letsbackprop.json.Fault;
import dev.letsbackprop.problem.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/** Counts refused requests by the limit that they were over, in {@code letsbackprop.refused}. */
final class Refusals implements ObservationHandler<ServerRequestObservationContext> {
  /** Over which limit these are, their status says alone: too slow, too large, too many. */
  private static final Set<Integer> LIMITS = Set.of(408, 413, 429, 503, 504);

  private final MeterRegistry registry;

  Refusals(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public boolean supportsContext(Observation.Context context) {
    return context instanceof ServerRequestObservationContext;
  }

  @Override
  public void onStop(ServerRequestObservationContext context) {
    Problem problem = RequestTags.told(context);
    if (problem != null) {
      limits(problem).forEach(this::count);
    }
  }

  private static Set<String> limits(Problem problem) {
    Set<String> limits = new TreeSet<>();
    Integer status = problem.status();
    if (status != null && LIMITS.contains(status)) {
      limits.add(RequestTags.slug(problem));
    }
    for (Fault fault : problem.errors()) {
      if (fault.limit() != null) {
        limits.add(fault.limit().word());
      }
    }
    return limits;
  }

  private void count(String limit) {
    Counter.builder("letsbackprop.refused")
        .description("Requests that were refused, by limit")
        .tag("limit", limit)
        .register(registry)
        .increment();
  }
}
