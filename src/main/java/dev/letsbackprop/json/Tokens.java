package dev.letsbackprop.json;

import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.limit.Limits;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;

/**
 * The tokens of a body, one at a time, and none that is not JSON.
 *
 * <p>The current token is the first of the value that is to be read next, or the last of the one
 * just read. Where it stands is read off the parser's own bookkeeping, so that a place costs
 * nothing until somebody asks for it.
 */
final class Tokens {
  private final byte[] body;

  /** How deep arrays and objects may be nested within what is read aside. */
  static final int JUNK_DEPTH = 10_000;

  private final Limits limits;
  private Faults faults;
  private final JsonParser parser;
  private final Names names = new Names();
  private JsonToken current = JsonToken.NOT_AVAILABLE;
  private int depth;
  private boolean junk;

  Tokens(byte[] body, Limits limits, Faults faults) {
    this.body = body;
    this.limits = limits;
    this.faults = faults;
    this.parser = Parsers.of(body, limits);
  }

  Limits limits() {
    return limits;
  }

  Faults faults() {
    return faults;
  }

  JsonToken current() {
    return current;
  }

  /**
   * Moves to the next token.
   *
   * @throws Refusal where there is none, or it is not JSON, or it repeats a name
   */
  JsonToken advance() {
    JsonToken next = nextOrNull();
    if (next == null) {
      throw refusal();
    }
    current = next;
    if (next == JsonToken.PROPERTY_NAME) {
      checkName(parser.currentName());
    } else if (next.isStructStart()) {
      open(next);
    } else if (next.isStructEnd()) {
      depth--;
      if (next == JsonToken.END_OBJECT) {
        names.close();
      }
    }
    return next;
  }

  private void open(JsonToken start) {
    depth++;
    if (depth > limits.count(Limit.DEPTH) && !junk) {
      throw Refusal.malformed(
          Limit.DEPTH,
          "Over a limit at %s: arrays and objects may be nested %d deep %s, and these are deeper."
              .formatted(Place.of(body, offset()), limits.of(Limit.DEPTH), Limit.DEPTH.mention()));
    }
    if (start == JsonToken.START_OBJECT) {
      names.open();
    }
  }

  /**
   * Reads something of which nobody knows what it is: it may be nested far deeper than all else,
   * and its faults stand apart.
   */
  Faults aside(Runnable reader) {
    Faults all = faults;
    Faults own = new Faults();
    faults = own;
    junk = true;
    try {
      reader.run();
      skip();
    } finally {
      faults = all;
      junk = false;
    }
    return own;
  }

  private @Nullable JsonToken nextOrNull() {
    try {
      return parser.nextToken();
    } catch (JacksonException e) {
      throw refusal();
    }
  }

  private void checkName(String name) {
    if (name.length() > limits.count(Limit.NAME)) {
      throw refusal();
    }
    if (!names.add(name)) {
      throw Refusal.malformed(
          pointer(),
          "The property "
              + Words.quote(name)
              + " stands twice in one object, again at "
              + Place.of(body, offset())
              + ".");
    }
  }

  /**
   * Moves to the end of the current value where that is an array or object not read yet.
   *
   * @return how deep arrays and objects are nested in it, itself included
   */
  int skip() {
    int depth = current.isStructStart() ? 1 : 0;
    int deepest = depth;
    while (depth > 0) {
      JsonToken next = advance();
      if (next.isStructStart()) {
        depth++;
        deepest = Math.max(deepest, depth);
      } else if (next.isStructEnd()) {
        depth--;
      }
    }
    return deepest;
  }

  /**
   * Checks that nothing follows the document.
   *
   * @throws Refusal where something does
   */
  void end() {
    if (nextOrNull() != null) {
      throw refusal();
    }
    parser.close();
  }

  /** The name of the current property. */
  String name() {
    return parser.currentName();
  }

  /** The text of the current string, or of the current number as it is written. */
  String text() {
    try {
      String text = parser.getString();
      if (text.length() <= limits.count(Limit.STRING)) {
        return text;
      }
      throw refusal();
    } catch (JacksonException e) {
      throw refusal();
    }
  }

  /** The current string as it stands in the body. */
  RawString rawString() {
    return new RawString(body, offset());
  }

  byte[] body() {
    return body;
  }

  /** The current number, rounded to float64: infinite or zero where it does not fit. */
  double number() {
    try {
      return parser.getDoubleValue();
    } catch (JacksonException e) {
      throw refusal();
    }
  }

  /** How many characters the current number is written with. */
  int numberLength() {
    return parser.getStringLength();
  }

  private int offset() {
    return Math.toIntExact(parser.currentTokenLocation().getByteOffset());
  }

  Pointer pointer() {
    TokenStreamContext context = parser.streamReadContext();
    if (current.isStructStart()) {
      context = context.getParent();
    }
    Deque<TokenStreamContext> way = new ArrayDeque<>();
    for (; !context.inRoot(); context = context.getParent()) {
      way.push(context);
    }
    Pointer pointer = Pointer.ROOT;
    for (TokenStreamContext each : way) {
      pointer =
          each.inObject()
              ? pointer.child(each.currentName())
              : pointer.child(each.getCurrentIndex());
    }
    return pointer;
  }

  /** Adds a fault at the current place; the sentence is made only if it is kept. */
  void fault(Fault.Kind kind, Supplier<String> detail) {
    faults.add(kind, this::pointer, detail);
  }

  /** The same for a limit that is passed. */
  void exceeded(Limit limit, Supplier<String> detail) {
    faults.exceeded(limit, this::pointer, detail);
  }

  void mistyped(String expected) {
    fault(Fault.Kind.INVALID_REQUEST, () -> "Expected " + expected + ", found " + found() + ".");
  }

  /** The current value in words. */
  private String found() {
    return switch (current) {
      case VALUE_STRING -> "the string " + Words.quote(rawString().excerpt());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "the number " + Words.shorten(text());
      case START_ARRAY -> "an array";
      case START_OBJECT -> "an object";
      case VALUE_TRUE -> "true";
      case VALUE_FALSE -> "false";
      case VALUE_NULL -> "null";
      default -> throw new IllegalStateException("there is no value to read: it was read before");
    };
  }

  /** The parser has given up, or has found more than the limits let through. */
  private Refusal refusal() {
    parser.close();
    Fault diagnosis = Diagnosis.of(body, limits);
    return diagnosis != null
        ? Refusal.of(diagnosis)
        : Refusal.malformed(
            Limit.TOKENS,
            "Over a limit: a body may hold %d names, values and brackets %s, and this has more."
                .formatted(limits.of(Limit.TOKENS), Limit.TOKENS.mention()));
  }
}
