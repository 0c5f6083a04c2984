package dev.letsbackprop.service;

import dev.letsbackprop.admission.Effort;

/** A request that was read, and is not worked on yet. */
public interface Demand {
  /** What working on it takes. */
  Effort effort();
}
