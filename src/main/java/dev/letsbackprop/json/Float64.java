package dev.letsbackprop.json;

import dev.letsbackprop.json.Fault.Kind;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Reads the numbers of JSON as float64, and refuses those that would silently become others. */
final class Float64 {
  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.,]*[0-9][0-9.,]*([eE].*)?");
  private static final int LONGEST_NAME = 60;

  private Float64() {}

  /** The current number, or NaN and a fault where float64 cannot hold it. */
  static double read(Tokens tokens) {
    double value = tokens.number();
    if (value == 0) {
      return zero(tokens);
    }
    if (Double.isInfinite(value)) {
      tokens.fault(
          Kind.INVALID_REQUEST,
          () -> {
            String sign = value < 0 ? "-" : "";
            return Words.shorten(tokens.text())
                + " is beyond float64, whose largest number is about "
                + sign
                + "1.8e308; write \""
                + sign
                + "Infinity\" if you mean it.";
          });
      return Double.NaN;
    }
    return value;
  }

  /** Keeps the sign of -0, which the parser loses where it reads an integer. */
  private static double zero(Tokens tokens) {
    if (tokens.current() == JsonToken.VALUE_NUMBER_INT) {
      return tokens.numberLength() == 1 ? 0.0 : -0.0;
    }
    String text = tokens.text();
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == 'e' || character == 'E') {
        break;
      }
      if (character >= '1' && character <= '9') {
        tokens.fault(
            Kind.INVALID_REQUEST,
            () ->
                Words.shorten(text)
                    + " is too small for float64, whose smallest number is about 4.9e-324; write 0"
                    + " if you mean it.");
        return Double.NaN;
      }
    }
    return text.charAt(0) == '-' ? -0.0 : 0.0;
  }

  /** The current element of a tensor, a number or the name of one; NaN and a fault otherwise. */
  static double element(Tokens tokens, String expected) {
    if (tokens.current().isNumeric()) {
      return read(tokens);
    }
    if (tokens.current() == JsonToken.VALUE_STRING) {
      return named(tokens, expected);
    }
    tokens.mistyped(expected);
    tokens.skip();
    return Double.NaN;
  }

  private static double named(Tokens tokens, String expected) {
    String excerpt = tokens.rawString().excerpt();
    Double value = excerpt.length() > LONGEST_NAME ? null : named(tokens.text());
    if (value != null) {
      return value;
    }
    tokens.fault(
        Kind.INVALID_REQUEST,
        () ->
            "Expected "
                + expected
                + ", found the string "
                + Words.quote(excerpt)
                + (NUMBER.matcher(excerpt).matches()
                    ? ": numbers are written without quotes."
                    : "; the numbers that are not finite are \"NaN\", \"Infinity\" and"
                        + " \"-Infinity\"."));
    return Double.NaN;
  }

  private static @Nullable Double named(String name) {
    return switch (name) {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> null;
    };
  }
}
