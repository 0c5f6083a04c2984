package dev.letsbackprop.json;

import dev.letsbackprop.tensor.Shape;
import org.jspecify.annotations.Nullable;

/** A tensor that is said by its shape and by how its numbers are made, in place of the numbers. */
public interface Generated {
  /** Adds the properties that say how. */
  void addTo(Properties packed);

  /** Whether one of these properties stood there. */
  boolean isGiven();

  /** Takes the shape, once all is read; null where it was left out or at fault. */
  void of(@Nullable Shape shape);
}
