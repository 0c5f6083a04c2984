package dev.letsbackprop.model;

import dev.letsbackprop.json.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * A place in a request that a fault points at.
 *
 * @param excerpt the place within a formula, which a pointer cannot tell; null elsewhere
 * @param lead what every sentence begins with there
 */
record Site(Pointer pointer, @Nullable Excerpt excerpt, String lead) {
  static Site of(Pointer pointer) {
    return new Site(pointer, null, "");
  }

  /** The sentence as it is told there. */
  String tell(String sentence) {
    return excerpt == null ? lead + sentence : excerpt.tell(sentence);
  }
}
