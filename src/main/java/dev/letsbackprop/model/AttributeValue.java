package dev.letsbackprop.model;

import dev.letsbackprop.json.Words;
import dev.letsbackprop.model.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the value of an attribute: a number, a text, true, false, null, or a list, which may also
 * be written as Python's tuple.
 */
final class AttributeValue {
  private static final String EXPECTED = "a number, a text, true, false, null or a list";

  /** Lists within lists; reading recurses over them. */
  private static final int DEEPEST = 32;

  private final Lexer lexer;
  private final StringBuilder written;

  /**
   * A reader of the value at the lexer's place.
   *
   * @param written what the value is appended to as it is written canonically
   */
  AttributeValue(Lexer lexer, StringBuilder written) {
    this.lexer = lexer;
    this.written = written;
  }

  @Nullable Object read() {
    return read(0);
  }

  private @Nullable Object read(int depth) {
    Token token = lexer.current();
    if (token.is("[") || token.is("(")) {
      return list(token.is("[") ? "]" : ")", depth);
    }
    if (token.is("-") || token.is("+")) {
      boolean negative = lexer.next().is("-");
      written.append(negative ? "-" : "");
      return number(negative);
    }
    return switch (token.kind()) {
      case NUMBER -> number(false);
      case STRING -> text();
      case NAME -> word();
      default -> throw Expectation.fault(EXPECTED, token);
    };
  }

  private @Nullable Object number(boolean negative) {
    if (lexer.current().kind() != Kind.NUMBER) {
      throw Expectation.fault("a number", lexer.current());
    }
    Token number = lexer.next();
    written.append(number.text());
    return Numeral.plain(number, negative);
  }

  private String text() {
    String text = lexer.next().text();
    char quote = text.indexOf('\'') < 0 ? '\'' : '"';
    written.append(quote).append(text).append(quote);
    return text;
  }

  private @Nullable Object word() {
    Token word = lexer.current();
    @Nullable Object value =
        switch (word.text()) {
          case "true", "True" -> true;
          case "false", "False" -> false;
          case "null", "None" -> null;
          default ->
              throw Expectation.fault(
                  EXPECTED,
                  word,
                  " A text stands in quotes: \"" + Words.shorten(word.text()) + "\".");
        };
    lexer.next();
    written.append(value);
    return value;
  }

  private List<@Nullable Object> list(String end, int depth) {
    if (depth == DEEPEST) {
      throw new SyntaxFault(
          lexer.current().at(), "Lists can stand within each other " + DEEPEST + " deep.");
    }
    Token open = lexer.next();
    List<@Nullable Object> items = new ArrayList<>();
    written.append('[');
    while (!lexer.current().is(end)) {
      written.append(items.isEmpty() ? "" : ", ");
      items.add(read(depth + 1));
      if (lexer.current().is(",")) {
        lexer.next();
      } else if (!lexer.current().is(end)) {
        throw Expectation.fault(
            "',' or '" + end + "' after '" + open.text() + "'", lexer.current());
      }
    }
    lexer.next();
    written.append(']');
    return items;
  }
}
