package dev.letsbackprop.json;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing wrong with a request: where, and in a sentence what.
 *
 * @param pointer an RFC 6901 pointer into the body; empty for the body as a whole
 */
public record Fault(Kind kind, String pointer, String detail) {
  private static final Pattern LIMIT = Pattern.compile("The limit '([a-z.-]{1,40})' is ");

  /** What sort of wrong, the gravest first: the first that is present names the whole refusal. */
  public enum Kind {
    MALFORMED_JSON,
    BODY_TOO_LARGE,
    INVALID_REQUEST,
    INVALID_GRAPH,
    LIMIT_EXCEEDED
  }

  /**
   * The name of the limit that this is over, such as {@code model.nodes}, with which the sentence
   * of a limit begins; {@code other} where it has no name.
   */
  public String limit() {
    Matcher name = LIMIT.matcher(detail);
    return kind == Kind.LIMIT_EXCEEDED && name.lookingAt() ? name.group(1) : "other";
  }
}
