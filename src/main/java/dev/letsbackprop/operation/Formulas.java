package dev.letsbackprop.operation;

import dev.letsbackprop.operation.Latex.Written;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An operation's formula and derivatives as LaTeX: what the catalogue says, else its own rule, read
 * in the algebra of formulas.
 */
public final class Formulas {
  private static final String EQUALS = " = ";

  private final Entry entry;
  private final Operation operation;
  private final List<String> names;
  private final List<Written> inputs;
  private final Written output;

  private Formulas(Entry entry) {
    this.entry = entry;
    operation = entry.example();
    names = entry.inputs();
    List<Shape> shapes = entry.exampleInputs().stream().map(Tensor::shape).toList();
    inputs = new ArrayList<>();
    for (int place = 0; place < names.size(); place++) {
      inputs.add(Latex.symbol(names.get(place), shapes.get(place)));
    }
    output = Latex.symbol(result(entry), operation.shape(shapes));
  }

  public static Formulas of(Entry entry) {
    return new Formulas(entry);
  }

  /** What the value of an operation is called where its inputs have the names of the entry. */
  public static String result(Entry entry) {
    return entry.inputs().contains("y") ? "z" : "y";
  }

  /** Such as {@code z = x \cdot y}. */
  public String formula() {
    String definition = entry.formula();
    if (definition.isEmpty()) {
      definition = operation.latex(inputs.stream().map(Written::term).toList()).text();
    }
    return output.text() + index(definition) + EQUALS + side(definition);
  }

  /** For each input dL/dinput. */
  public List<String> derivatives() {
    List<Shape> shapes = inputs.stream().map(Written::shape).toList();
    List<String> derivatives = new ArrayList<>();
    for (int place = 0; place < inputs.size(); place++) {
      String flow = operation.carries(place, shapes) ? flow(place) : "0";
      derivatives.add(equation(place, flow));
    }
    return derivatives;
  }

  private String equation(int place, String flow) {
    return partial(names.get(place) + index(flow)).text() + EQUALS + side(flow);
  }

  private String flow(int place) {
    List<String> told = entry.derivatives();
    return told.isEmpty()
        ? operation.vjp(new Latex(), place, inputs, output, cotangent()).text()
        : told.get(place);
  }

  private Written cotangent() {
    return new Written(partial(output.text()), output.shape(), null);
  }

  /** What flows back by another rule that is as right; empty where there is none. */
  public List<String> alsoRight() {
    Alternative other = entry.alternative();
    return other == null
        ? List.of()
        : equations(
            place -> other.flow(operation, new Latex(), place, inputs, output, cotangent()).text());
  }

  /** What flows back by a wrong rule, for each input that it is wrong for. */
  List<String> wrong(Misconception misconception) {
    return equations(place -> wrong(misconception, place));
  }

  /** The inputs that it is wrong for. */
  List<Integer> places(Misconception misconception) {
    return IntStream.range(0, inputs.size())
        .filter(place -> wrong(misconception, place) != null)
        .boxed()
        .toList();
  }

  private @Nullable String wrong(Misconception misconception, int place) {
    List<String> told = misconception.derivatives();
    if (!told.isEmpty()) {
      return told.get(place).isEmpty() ? null : told.get(place);
    }
    Written flow = misconception.flow(operation, new Latex(), place, inputs, output, cotangent());
    return flow == null ? null : flow.text();
  }

  /** An equation for each input that something flows back to. */
  private List<String> equations(IntFunction<@Nullable String> flow) {
    List<Shape> shapes = inputs.stream().map(Written::shape).toList();
    List<String> equations = new ArrayList<>();
    for (int place = 0; place < inputs.size(); place++) {
      String side = operation.carries(place, shapes) ? flow.apply(place) : null;
      if (side != null) {
        equations.add(equation(place, side));
      }
    }
    return equations;
  }

  private static Term partial(String name) {
    return Term.fraction(Term.atom("\\partial L"), Term.atom("\\partial " + name));
  }

  /** The index that a text starts with, or nothing. */
  private static String index(String text) {
    return text.startsWith("_") ? text.substring(0, text.indexOf(EQUALS)) : "";
  }

  /** The text without such an index. */
  private static String side(String text) {
    return text.startsWith("_") ? text.substring(text.indexOf(EQUALS) + EQUALS.length()) : text;
  }
}
