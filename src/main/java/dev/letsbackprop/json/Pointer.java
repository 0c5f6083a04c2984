package dev.letsbackprop.json;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A place in a JSON document, as RFC 6901 writes it; each place knows the one around it. */
public final class Pointer {
  public static final Pointer ROOT = new Pointer(null, "");

  private final @Nullable Pointer parent;
  private final String token;

  private Pointer(@Nullable Pointer parent, String token) {
    this.parent = parent;
    this.token = token;
  }

  /** The property of that name. */
  public Pointer child(String name) {
    return new Pointer(this, name);
  }

  /** The element at that place, counted from 0. */
  public Pointer child(int index) {
    return child(Integer.toString(index));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Pointer pointer && toString().equals(pointer.toString()));
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  @Override
  public String toString() {
    Deque<String> tokens = new ArrayDeque<>();
    for (Pointer at = this; at.parent != null; at = at.parent) {
      tokens.push(at.token);
    }
    StringBuilder text = new StringBuilder();
    for (String each : tokens) {
      text.append('/').append(each.replace("~", "~0").replace("/", "~1"));
    }
    return text.toString();
  }
}
