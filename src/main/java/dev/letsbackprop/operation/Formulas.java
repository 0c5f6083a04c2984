package dev.letsbackprop.operation;

import dev.letsbackprop.operation.Latex.Written;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

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
      String input = names.get(place) + index(flow);
      derivatives.add(partial(input).text() + EQUALS + side(flow));
    }
    return derivatives;
  }

  private String flow(int place) {
    List<String> told = entry.derivatives();
    if (!told.isEmpty()) {
      return told.get(place);
    }
    Written cotangent = new Written(partial(output.text()), output.shape(), null);
    return operation.vjp(new Latex(), place, inputs, output, cotangent).text();
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
