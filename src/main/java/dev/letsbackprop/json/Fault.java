package dev.letsbackprop.json;

import dev.letsbackprop.limit.Limit;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with a request: where, and in a sentence what.
 *
 * @param pointer an RFC 6901 pointer into the body; empty for the body as a whole
 * @param limit the limit that is passed, if it is one
 */
public record Fault(Kind kind, String pointer, String detail, @Nullable Limit limit) {
  public Fault(Kind kind, String pointer, String detail) {
    this(kind, pointer, detail, null);
  }

  /** A limit that the model, or what is asked of it, would pass. */
  public static Fault exceeded(Limit limit, String pointer, String detail) {
    return new Fault(Kind.LIMIT_EXCEEDED, pointer, detail, limit);
  }

  /** What sort of wrong, the gravest first: the first that is present names the whole refusal. */
  public enum Kind {
    MALFORMED_JSON,
    BODY_TOO_LARGE,
    INVALID_REQUEST,
    INVALID_GRAPH,
    LIMIT_EXCEEDED
  }
}
