package dev.letsbackprop.operation;

import org.jspecify.annotations.Nullable;

/**
 * An operation asked for in a way that makes no sense: a sentence, and the attribute that is wrong
 * where it is one.
 */
public final class Misuse extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final @Nullable String attribute;

  private Misuse(@Nullable String attribute, String sentence) {
    super(sentence, null, false, false);
    this.attribute = attribute;
  }

  /** The inputs do not fit. */
  public static Misuse ofInputs(String sentence) {
    return new Misuse(null, sentence);
  }

  /** An attribute does not fit. */
  public static Misuse ofAttribute(String attribute, String sentence) {
    return new Misuse(attribute, sentence);
  }

  /** The attribute that is wrong, or null where it is the inputs. */
  public @Nullable String attribute() {
    return attribute;
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }
}
