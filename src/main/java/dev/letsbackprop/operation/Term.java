package dev.letsbackprop.operation;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of LaTeX and how tightly it binds, so that brackets stand where they must and only there.
 */
public record Term(String text, Binding binding) {

  /** From the loosest to the tightest. */
  public enum Binding {
    RELATION,
    SUM,
    PREFIX,
    PRODUCT,
    POWER,
    ATOM,
    /** A bracket that is 1 where a condition holds and 0 elsewhere. */
    IVERSON
  }

  /** A symbol, a number or anything else that never needs brackets. */
  public static Term atom(String text) {
    return new Term(text, Binding.ATOM);
  }

  /** A number of a rule: in digits, or as a lesson writes it where it is irrational. */
  public static Term number(double value) {
    Term irrational = Irrational.term(value);
    return irrational == null ? digits(value) : irrational;
  }

  /**
   * A number in the fewest digits that read back as the same float64; one with a sign or an
   * exponent binds more loosely than a digit.
   */
  public static Term digits(double value) {
    if (Double.isNaN(value)) {
      return atom("\\mathrm{NaN}");
    }
    String sign = value < 0 || 1 / value < 0 ? "-" : "";
    double size = Math.abs(value);
    if (Double.isInfinite(value)) {
      return new Term(sign + "\\infty", sign.isEmpty() ? Binding.ATOM : Binding.PREFIX);
    }
    String digits =
        size == Math.rint(size) && size < 1e15
            ? Long.toString((long) size)
            : Double.toString(size).replace(".0E", "E");
    int exponent = digits.indexOf('E');
    if (exponent >= 0) {
      digits =
          digits.substring(0, exponent) + " \\cdot 10^{" + digits.substring(exponent + 1) + "}";
    }
    Binding unsigned = exponent < 0 ? Binding.ATOM : Binding.PRODUCT;
    return new Term(sign + digits, sign.isEmpty() ? unsigned : Binding.PREFIX);
  }

  /** {@code a op b}, where b needs brackets even if it binds as tightly: a - (b - c). */
  static Term infix(Term a, String operator, Term b, Binding binding) {
    return new Term(a.within(binding) + " " + operator + " " + b.beyond(binding), binding);
  }

  /** {@code a op b} for an associative operator, which needs no brackets among its own kind. */
  static Term chain(Term a, String operator, Term b, Binding binding) {
    String right = b.binding == Binding.PREFIX ? b.bracketed() : b.within(binding);
    if (binding == Binding.PRODUCT && a.binding == Binding.PREFIX) {
      // The sign is that of the whole product as well.
      return new Term(a.text + " " + operator + " " + right, Binding.PREFIX);
    }
    return new Term(a.within(binding) + " " + operator + " " + right, binding);
  }

  static Term prefix(String operator, Term x) {
    return new Term(operator + x.beyond(Binding.PREFIX), Binding.PREFIX);
  }

  public static Term fraction(Term numerator, Term denominator) {
    // A power of a fraction needs brackets, or it reads as one of its numerator.
    String text = "\\frac{" + numerator.text + "}{" + denominator.text + "}";
    return new Term(text, Binding.POWER);
  }

  static Term power(Term base, String exponent) {
    // A fraction needs no brackets but here, where the exponent would seem to be the numerator's.
    String below = base.text.startsWith("\\frac") ? base.bracketed() : base.beyond(Binding.POWER);
    return new Term(below + "^{" + exponent + "}", Binding.POWER);
  }

  /** Iverson's bracket: 1 where the condition holds, 0 elsewhere. */
  static Term iverson(String condition) {
    return new Term("\\left[" + condition + "\\right]", Binding.IVERSON);
  }

  /** The term as a condition: what stands in Iverson's bracket, or that it is not 0. */
  String condition() {
    return binding == Binding.IVERSON
        ? text.substring("\\left[".length(), text.length() - "\\right]".length())
        : text + " \\neq 0";
  }

  /** {@code x[index]}. */
  static Term indexed(Term x, String index) {
    return atom(x.within(Binding.ATOM) + "\\left[" + index + "\\right]");
  }

  /** {@code name(a, b)}; the name is a LaTeX operator such as {@code \sin}. */
  static Term call(String name, List<Term> arguments) {
    String inside = arguments.stream().map(Term::text).collect(Collectors.joining(", "));
    return atom(name + "\\left(" + inside + "\\right)");
  }

  /** A function whose name LaTeX does not know. */
  static Term function(String name, Term... arguments) {
    return call("\\operatorname{" + name.replace("_", "\\_") + "}", List.of(arguments));
  }

  /** The text, in brackets unless it is all of one piece. */
  public String tight() {
    return within(Binding.ATOM);
  }

  private String within(Binding outer) {
    return binding.compareTo(outer) < 0 ? bracketed() : text;
  }

  private String beyond(Binding outer) {
    return binding.compareTo(outer) <= 0 || binding == Binding.PREFIX ? bracketed() : text;
  }

  private String bracketed() {
    return "\\left(" + text + "\\right)";
  }
}
