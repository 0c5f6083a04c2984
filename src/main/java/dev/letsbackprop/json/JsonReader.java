package dev.letsbackprop.json;

import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.tensor.Tensor;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * Reads a JSON body value by value, converting nothing silently.
 *
 * <p>A value of the wrong form becomes a fault at its pointer, and reading goes on, so that one
 * answer tells all faults. A body that is not JSON ends the reading with a {@link Refusal} from
 * whichever method comes upon it. {@code expected} is always a noun with its article, such as
 * {@code "a number"}, for the sentence "Expected a number, found the string 'abc'."
 *
 * <p>Within a handler the next value to be read is the handler's own; what it leaves unread is
 * skipped. Faults stand in the order of the document, but for those of an array or object as a
 * whole, which come at its end.
 */
public final class JsonReader {
  /** The forms that a value can have. */
  public enum Next {
    NUMBER,
    STRING,
    BOOLEAN,
    NULL,
    ARRAY,
    OBJECT
  }

  private final Tokens tokens;
  private final TensorReader tensors;

  private JsonReader(Tokens tokens) {
    this.tokens = tokens;
    this.tensors = new TensorReader(this, tokens);
  }

  /**
   * A reader at the beginning of the body.
   *
   * @throws Refusal where the body is too long, empty, or not strictly UTF-8
   */
  public static JsonReader of(byte[] body, Limits limits, Faults faults) {
    if (body.length > limits.count(Limit.BODY)) {
      String detail =
          "The body may have %d bytes %s; it has %d."
              .formatted(limits.of(Limit.BODY), Limit.BODY.mention(), body.length);
      throw Refusal.of(new Fault(Fault.Kind.BODY_TOO_LARGE, "", detail, Limit.BODY));
    }
    StrictUtf8.check(body);
    if (isBlank(body)) {
      throw Refusal.malformed("The body is empty; expected a JSON object.");
    }
    Tokens tokens = new Tokens(body, limits, faults);
    tokens.advance();
    return new JsonReader(tokens);
  }

  private static boolean isBlank(byte[] body) {
    for (byte each : body) {
      if (each != ' ' && each != '\t' && each != '\n' && each != '\r') {
        return false;
      }
    }
    return true;
  }

  /** Where the value stands that is to be read next, or that was just read. */
  public Pointer pointer() {
    return tokens.pointer();
  }

  /** The form of the value that is to be read next. */
  public Next next() {
    return switch (tokens.current()) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Next.NUMBER;
      case VALUE_STRING -> Next.STRING;
      case VALUE_TRUE, VALUE_FALSE -> Next.BOOLEAN;
      case VALUE_NULL -> Next.NULL;
      case START_ARRAY -> Next.ARRAY;
      case START_OBJECT -> Next.OBJECT;
      default -> throw new IllegalStateException("there is no value to read: it was read before");
    };
  }

  /**
   * Reads an object of known properties; unknown ones are faults.
   *
   * @return whether it was an object
   */
  public boolean object(String expected, Properties properties) {
    return entries(
        expected,
        name -> {
          Runnable reader = properties.reader(name);
          if (reader == null) {
            tokens.fault(Fault.Kind.INVALID_REQUEST, () -> unknown(name, properties));
          } else {
            reader.run();
          }
        });
  }

  private static String unknown(String name, Properties properties) {
    String hint = properties.hint(name);
    if (!hint.isEmpty()) {
      return "Unknown property " + Words.quote(name) + "." + hint;
    }
    return "Unknown property "
        + Words.quote(name)
        + "."
        + Suggestion.didYouMean(name, properties.names())
        + " Expected "
        + (properties.names().size() == 1 ? "" : "one of ")
        + String.join(", ", properties.names())
        + ".";
  }

  /**
   * Reads an object whose names are free.
   *
   * @param entry reads the value of the name that it is given
   * @return whether it was an object
   */
  public boolean entries(String expected, Consumer<String> entry) {
    if (!startsWith(JsonToken.START_OBJECT, expected)) {
      return false;
    }
    while (tokens.advance() != JsonToken.END_OBJECT) {
      String name = tokens.name();
      tokens.advance();
      entry.accept(name);
      tokens.skip();
    }
    return true;
  }

  /**
   * Reads an array.
   *
   * @param element reads the element at the place that it is given
   * @return whether it was an array
   */
  public boolean elements(String expected, IntConsumer element) {
    if (!startsWith(JsonToken.START_ARRAY, expected)) {
      return false;
    }
    for (int i = 0; tokens.advance() != JsonToken.END_ARRAY; i++) {
      element.accept(i);
      tokens.skip();
    }
    return true;
  }

  /** Reads an array whose places do not matter. */
  public boolean elements(String expected, Runnable element) {
    return elements(expected, place -> element.run());
  }

  private boolean startsWith(JsonToken start, String expected) {
    if (tokens.current() == start) {
      return true;
    }
    mistyped(expected);
    return false;
  }

  private void mistyped(String expected) {
    tokens.mistyped(expected);
    tokens.skip();
  }

  /** Reads a string, or null and a fault. */
  public @Nullable String string(String expected) {
    if (tokens.current() == JsonToken.VALUE_STRING) {
      return tokens.text();
    }
    mistyped(expected);
    return null;
  }

  /** Reads one of the words of an enum, or null and a fault. */
  public <E extends Enum<E>> @Nullable E choice(Class<E> type) {
    String expected = "one of " + String.join(", ", Choices.words(type));
    String word = string(expected);
    if (word == null) {
      return null;
    }
    E constant = Choices.find(type, word);
    if (constant != null) {
      return constant;
    }
    tokens.fault(
        Fault.Kind.INVALID_REQUEST,
        () ->
            "Expected "
                + expected
                + ", found "
                + Words.quote(word)
                + "."
                + Suggestion.didYouMean(word, Choices.words(type)));
    return null;
  }

  /** Reads true or false, or null and a fault. */
  public @Nullable Boolean bool(String expected) {
    if (tokens.current() == JsonToken.VALUE_TRUE || tokens.current() == JsonToken.VALUE_FALSE) {
      return tokens.current() == JsonToken.VALUE_TRUE;
    }
    mistyped(expected);
    return null;
  }

  /** Reads a finite number, or null and a fault; a string that says a number is none. */
  public @Nullable Double number(String expected) {
    if (tokens.current().isNumeric()) {
      double value = Float64.read(tokens);
      return Double.isNaN(value) ? null : (Double) value;
    }
    mistyped(expected);
    return null;
  }

  /** Reads a tensor in any of its spellings, or null and its faults. */
  public @Nullable Tensor tensor(String expected) {
    return tensors.read(expected, null);
  }

  /** Reads a tensor that may also be generated, which is then null here. */
  public @Nullable Tensor tensor(String expected, Generated generated) {
    return tensors.read(expected, generated);
  }

  /** Reads an attribute of an operation, or null and its faults: objects are none. */
  public @Nullable Literal literal(String expected) {
    return new LiteralReader(tokens).read(expected);
  }

  /**
   * Reads a value in which anything may stand, and whose faults are no faults of the body.
   *
   * @param reader reads the value, or as much as it likes
   * @return what it found
   */
  public Faults aside(Runnable reader) {
    return tokens.aside(reader);
  }

  /** Steps over the next value, whatever it is. */
  public void skip() {
    tokens.skip();
  }

  /**
   * Checks that nothing follows the value.
   *
   * @throws Refusal where something does
   */
  public void end() {
    tokens.skip();
    tokens.end();
  }
}
