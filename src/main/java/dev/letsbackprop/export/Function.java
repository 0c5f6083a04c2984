package dev.letsbackprop.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A function that stands in one of our files of Python. */
final class Function {
  private static final Pattern HEAD =
      Pattern.compile("def (\\w+)\\((.*?)\\):(?: return (.*))?(?:\\R|$)");

  private final String name;
  private final String source;
  private final Map<String, String> parameters = new LinkedHashMap<>();
  private final @Nullable String expression;
  private final Pattern mention;

  /** A function of that source, on one line where it only returns an expression. */
  Function(String source) {
    Matcher head = HEAD.matcher(source);
    if (!head.lookingAt()) {
      throw new IllegalStateException("no function: " + source);
    }
    this.name = Objects.requireNonNull(head.group(1));
    this.source = source;
    for (String parameter : Objects.requireNonNull(head.group(2)).split(", ", -1)) {
      int equals = parameter.indexOf('=');
      String standard = equals < 0 ? "" : parameter.substring(equals + 1);
      parameters.put(
          equals < 0 ? parameter.replace("*", "") : parameter.substring(0, equals), standard);
    }
    this.expression = head.group(3);
    // With the keyword that it is given by, and not where it is a keyword itself.
    String any = parameters.keySet().stream().collect(Collectors.joining("|"));
    this.mention = Pattern.compile("(, \\w+=)?(?<![\\w.\"])\\*?\\b(" + any + ")\\b(?!=[^=])");
  }

  String name() {
    return name;
  }

  String source() {
    return source;
  }

  /**
   * What a call of it would give, written in its place.
   *
   * @param attributes by name, as Python writes them
   * @return null where it is longer than a line, or would repeat an input that is more than a name
   */
  @Nullable Phrase inPlace(List<Phrase> inputs, Map<String, String> attributes) {
    if (expression == null) {
      return null;
    }
    boolean call = isCall(expression);
    Map<String, String> given = new LinkedHashMap<>(attributes);
    int place = 0;
    for (String parameter : parameters.keySet()) {
      boolean all = source.contains("*" + parameter);
      if (place < inputs.size() && !attributes.containsKey(parameter)) {
        Phrase input = inputs.get(place);
        if (!all && count(expression, parameter) > 1 && !input.text().matches("\\w+")) {
          return null;
        }
        given.put(
            parameter,
            all ? joined(inputs) : input.within(call ? Phrase.Binding.LOOSE : Phrase.Binding.ATOM));
        place = all ? inputs.size() : place + 1;
      }
    }
    String text =
        mention
            .matcher(expression)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        told(
                            String.valueOf(Objects.requireNonNullElse(found.group(1), "")),
                            found.group(2),
                            given)));
    return call ? Phrase.atom(text) : Phrase.of(text, Phrase.Binding.LOOSE);
  }

  private String told(String keyword, String parameter, Map<String, String> given) {
    String value = given.get(parameter);
    if (value == null) {
      return keyword.isEmpty() ? parameters.getOrDefault(parameter, "") : "";
    }
    return keyword + value;
  }

  private int count(String text, String parameter) {
    return (int)
        mention.matcher(text).results().filter(found -> found.group(2).equals(parameter)).count();
  }

  private static String joined(List<Phrase> inputs) {
    return inputs.stream().map(Phrase::text).collect(Collectors.joining(", "));
  }

  /** Whether a text is one call, from its name to its last parenthesis. */
  private static boolean isCall(String text) {
    int open = text.indexOf('(');
    if (open < 1 || !text.substring(0, open).matches("[\\w.]+")) {
      return false;
    }
    int depth = 0;
    for (int at = open; at < text.length(); at++) {
      depth += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
      if (depth == 0) {
        return at == text.length() - 1;
      }
    }
    return false;
  }
}
