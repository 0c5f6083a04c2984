package dev.letsbackprop.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small value as an operation's attribute has it: a number, text, true, false, null, a list. */
public sealed interface Literal {
  /** The value in words, for a sentence: "the number 5", "a list". */
  String words();

  /**
   * The value in plain Java.
   *
   * @return a {@link Long} for a number that is integral and fits, also where it is written {@code
   *     1.0}; another number's {@link Double}; a {@link String}, a {@link Boolean}, a {@link List}
   *     of these, or null
   */
  @Nullable Object toPlain();

  /** A number, rounded to float64 and as it was written. */
  record Numeral(double value, String text) implements Literal {
    /** Whether it is integral and fits a long; -0 is not, because a long would lose its sign. */
    public boolean isInteger() {
      return toPlain() instanceof Long;
    }

    @Override
    public String words() {
      return "the number " + Words.shorten(text);
    }

    @Override
    public Object toPlain() {
      if (value == 0) {
        return 1 / value > 0 ? (Object) 0L : (Object) value;
      }
      if (value != Math.rint(value) || Math.abs(value) > 0x1p63) {
        return value;
      }
      try {
        // From the text, because float64 rounds integers over 2^53.
        return new BigDecimal(text).longValueExact();
      } catch (ArithmeticException e) {
        return value;
      }
    }
  }

  /** A string. */
  record Text(String value) implements Literal {
    @Override
    public String words() {
      return "the string " + Words.quote(value);
    }

    @Override
    public Object toPlain() {
      return value;
    }
  }

  /** True or false. */
  record Truth(boolean value) implements Literal {
    @Override
    public String words() {
      return Boolean.toString(value);
    }

    @Override
    public Object toPlain() {
      return value;
    }
  }

  /** Null. */
  record Nothing() implements Literal {
    @Override
    public String words() {
      return "null";
    }

    @Override
    public @Nullable Object toPlain() {
      return null;
    }
  }

  /** A list. */
  record Items(List<Literal> items) implements Literal {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String words() {
      return "a list";
    }

    @Override
    public Object toPlain() {
      List<@Nullable Object> plain = new ArrayList<>(items.size());
      for (Literal item : items) {
        plain.add(item.toPlain());
      }
      return Collections.unmodifiableList(plain);
    }
  }
}
