package dev.letsbackprop.json;

/**
 * One thing wrong with a request: where, and in a sentence what.
 *
 * @param pointer an RFC 6901 pointer into the body; empty for the body as a whole
 */
public record Fault(Kind kind, String pointer, String detail) {
  /** What sort of wrong, the gravest first: the first that is present names the whole refusal. */
  public enum Kind {
    MALFORMED_JSON,
    BODY_TOO_LARGE,
    INVALID_REQUEST,
    INVALID_GRAPH,
    LIMIT_EXCEEDED
  }
}
