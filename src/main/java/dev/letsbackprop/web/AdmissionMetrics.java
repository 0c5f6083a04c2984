package dev.letsbackprop.web;

import dev.letsbackprop.admission.Admission;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** Measures who waits for what, in {@code letsbackprop.admission}. */
record AdmissionMetrics(Admission admission) implements MeterBinder {
  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("letsbackprop.admission.waiting", admission, Admission::waiting)
        .description("Requests that wait for their turn")
        .register(registry);
    Gauge.builder("letsbackprop.admission.in.flight", admission, Admission::inFlight)
        .description("Requests that are being worked on")
        .register(registry);
    Gauge.builder("letsbackprop.admission.cost", admission, Admission::lent)
        .description("Memory that requests hold, by what they were estimated to take")
        .baseUnit("bytes")
        .register(registry);
  }
}
