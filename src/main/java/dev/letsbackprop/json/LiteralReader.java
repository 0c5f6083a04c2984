package dev.letsbackprop.json;

import dev.letsbackprop.limit.Limit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Reads one literal, of a bounded number of values. */
final class LiteralReader {
  private final Tokens tokens;
  private int count;

  LiteralReader(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The literal, or null where reading it found faults. */
  @Nullable Literal read(String expected) {
    int before = tokens.faults().count();
    Literal literal = value(expected);
    int most = tokens.limits().count(Limit.ATTRIBUTE);
    if (count > most) {
      tokens.exceeded(
          Limit.ATTRIBUTE,
          () ->
              "An attribute may have %d values %s; this one has %d."
                  .formatted(most, Limit.ATTRIBUTE.mention(), count));
    }
    return tokens.faults().count() == before ? literal : null;
  }

  private @Nullable Literal value(String expected) {
    count++;
    return switch (tokens.current()) {
      case VALUE_STRING -> new Literal.Text(tokens.text());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new Literal.Numeral(Float64.read(tokens), tokens.text());
      case VALUE_TRUE -> new Literal.Truth(true);
      case VALUE_FALSE -> new Literal.Truth(false);
      case VALUE_NULL -> new Literal.Nothing();
      case START_ARRAY -> list(expected);
      default -> {
        tokens.mistyped(expected);
        tokens.skip();
        yield null;
      }
    };
  }

  private Literal list(String expected) {
    List<Literal> items = new ArrayList<>();
    while (tokens.advance() != JsonToken.END_ARRAY) {
      Literal item = value(expected);
      // Beyond the limit values are counted, not kept.
      if (item != null && count <= tokens.limits().count(Limit.ATTRIBUTE)) {
        items.add(item);
      }
    }
    return new Literal.Items(items);
  }
}
