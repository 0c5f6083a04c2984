package dev.letsbackprop.derivation;

import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Works out LaTeX as a person with a pocket calculator would. */
final class LatexArithmetic {
  private static final Pattern NUMBER =
      Pattern.compile("(\\d+(?:\\.\\d+)?)(?: \\\\cdot 10\\^\\{(-?\\d+)\\})?");
  private static final List<String> RELATIONS =
      List.of(" > ", " < ", " = ", " \\ge ", " \\le ", " \\neq ");
  private static final Map<String, DoubleUnaryOperator> FUNCTIONS =
      Map.ofEntries(
          Map.entry("\\sin", StrictMath::sin),
          Map.entry("\\cos", StrictMath::cos),
          Map.entry("\\tan", StrictMath::tan),
          Map.entry("\\sinh", StrictMath::sinh),
          Map.entry("\\cosh", StrictMath::cosh),
          Map.entry("\\tanh", StrictMath::tanh),
          Map.entry("\\log", StrictMath::log),
          Map.entry("\\sigma", x -> 1 / (1 + StrictMath.exp(-x))),
          Map.entry("\\Phi", x -> catalogue("normal_cdf", x)),
          Map.entry("\\operatorname{sign}", Math::signum));

  private final String text;
  private final Map<String, Double> symbols;
  private final List<String> longestFirst;
  private int at;

  private LatexArithmetic(String text, Map<String, Double> symbols) {
    this.text = text;
    this.symbols = symbols;
    longestFirst = new ArrayList<>(symbols.keySet());
    longestFirst.sort(Comparator.comparingInt(String::length).reversed());
  }

  private static double catalogue(String name, double x) {
    return Objects.requireNonNull(Catalogue.find(name))
        .example()
        .evaluate(List.of(Tensor.scalar(x)))
        .item();
  }

  /** The number that a side of an equation is, where the symbols stand for these numbers. */
  static double evaluate(String latex, Map<String, Double> symbols) {
    LatexArithmetic arithmetic = new LatexArithmetic(latex, symbols);
    double value = arithmetic.sum();
    if (arithmetic.at < latex.length()) {
      throw arithmetic.unread();
    }
    return value;
  }

  /** The sides of a chain of equations: what stands between the signs that no bracket encloses. */
  static List<String> sides(String latex) {
    List<String> sides = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < latex.length(); i++) {
      depth += opens(latex, i) ? 1 : closes(latex, i) ? -1 : 0;
      if (depth == 0 && latex.startsWith(" = ", i)) {
        sides.add(latex.substring(start, i));
        start = i + 3;
      }
    }
    sides.add(latex.substring(start));
    return sides;
  }

  private static boolean opens(String latex, int at) {
    return latex.startsWith("\\left", at)
        || latex.startsWith("\\begin", at)
        || latex.charAt(at) == '{';
  }

  private static boolean closes(String latex, int at) {
    return latex.startsWith("\\right", at)
        || latex.startsWith("\\end", at)
        || latex.charAt(at) == '}';
  }

  private IllegalArgumentException unread() {
    return new IllegalArgumentException("cannot read " + text.substring(at) + " in " + text);
  }

  private boolean take(String expected) {
    boolean there = text.startsWith(expected, at);
    at += there ? expected.length() : 0;
    return there;
  }

  private void expect(String expected) {
    if (!take(expected)) {
      throw unread();
    }
  }

  private double sum() {
    double sum = take("-") ? -product() : product();
    while (true) {
      if (take(" + ")) {
        sum += product();
      } else if (take(" - ")) {
        sum -= product();
      } else {
        return sum;
      }
    }
  }

  private double product() {
    boolean vanishes = false;
    double product = 1;
    do {
      boolean bracket = text.startsWith("\\left[", at);
      double factor = power();
      // A bracket that is 0 takes everything with it, also what is not finite.
      vanishes |= bracket && factor == 0;
      product *= factor;
    } while (take(" \\cdot ") || (text.startsWith(" \\pi", at) && take(" ")));
    return vanishes ? 0 : product;
  }

  private double power() {
    double base = atom();
    return take("^{") ? raised(base) : base;
  }

  private double raised(double base) {
    double exponent = sum();
    expect("}");
    return exponent == 2 ? base * base : StrictMath.pow(base, exponent);
  }

  private double atom() {
    for (String symbol : longestFirst) {
      if (take(symbol)) {
        return Objects.requireNonNull(symbols.get(symbol));
      }
    }
    Matcher number = NUMBER.matcher(text).region(at, text.length());
    if (number.lookingAt()) {
      at = number.end();
      String exponent = number.group(2) == null ? "" : "E" + number.group(2);
      return Double.parseDouble(number.group(1) + exponent);
    }
    if (take("e^{")) {
      double value = StrictMath.exp(sum());
      expect("}");
      return value;
    }
    return bracketed();
  }

  private double bracketed() {
    if (take("\\frac{")) {
      double numerator = sum();
      expect("}{");
      double denominator = sum();
      expect("}");
      return numerator / denominator;
    }
    if (take("\\sqrt{")) {
      double root = Math.sqrt(sum());
      expect("}");
      return root;
    }
    if (take("\\left(")) {
      double inside = sum();
      expect("\\right)");
      return inside;
    }
    if (take("\\left|")) {
      double inside = sum();
      expect("\\right|");
      return Math.abs(inside);
    }
    if (take("\\left[")) {
      boolean holds = condition();
      expect("\\right]");
      return holds ? 1 : 0;
    }
    if (take("\\begin{cases}")) {
      return cases();
    }
    if (take("\\underbrace{")) {
      double value = sum();
      expect("}_{");
      for (int depth = 1; depth > 0; at++) {
        depth += text.charAt(at) == '{' ? 1 : text.charAt(at) == '}' ? -1 : 0;
      }
      return value;
    }
    return named();
  }

  private double named() {
    if (take("\\infty")) {
      return Double.POSITIVE_INFINITY;
    }
    if (take("\\mathrm{NaN}")) {
      return Double.NaN;
    }
    if (take("\\pi")) {
      return Math.PI;
    }
    if (take("\\lambda")) {
      return 1.0507009873554805;
    }
    if (take("\\alpha")) {
      return 1.6732632423543772;
    }
    if (take("\\log 10")) {
      return StrictMath.log(10);
    }
    if (take("\\log 2")) {
      return StrictMath.log(2);
    }
    boolean least = text.startsWith("\\min\\left(", at);
    if (take("\\min\\left(") || take("\\max\\left(")) {
      double a = sum();
      expect(", ");
      double b = sum();
      expect("\\right)");
      return least ? Math.min(a, b) : Math.max(a, b);
    }
    for (Map.Entry<String, DoubleUnaryOperator> function : FUNCTIONS.entrySet()) {
      if (take(function.getKey() + "\\left(")) {
        double x = sum();
        expect("\\right)");
        return function.getValue().applyAsDouble(x);
      }
    }
    throw unread();
  }

  private double cases() {
    double first = sum();
    expect(" & ");
    boolean holds = condition();
    expect(" \\\\ ");
    double second = sum();
    expect(" & \\text{otherwise}\\end{cases}");
    return holds ? first : second;
  }

  private boolean condition() {
    boolean holds = true;
    do {
      double a = sum();
      String relation = RELATIONS.stream().filter(this::take).findFirst().orElseThrow(this::unread);
      double b = sum();
      holds &=
          switch (relation) {
            case " > " -> a > b;
            case " < " -> a < b;
            case " = " -> a == b;
            case " \\ge " -> a >= b;
            case " \\le " -> a <= b;
            default -> a != b;
          };
    } while (take(" \\land "));
    return holds;
  }
}
