package dev.letsbackprop.operation;

import dev.letsbackprop.operation.Latex.Written;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * An operation's formula and derivatives as LaTeX: its own rule, read in the algebra of formulas.
 */
public final class Formulas {
  private final Operation operation;
  private final List<String> names;
  private final List<Written> inputs;
  private final Written output;
  private final String formula;

  private Formulas(Entry entry) {
    operation = entry.example();
    names = entry.inputs();
    List<Shape> shapes = entry.exampleInputs().stream().map(Tensor::shape).toList();
    inputs = new ArrayList<>();
    for (int place = 0; place < names.size(); place++) {
      inputs.add(Latex.symbol(names.get(place), shapes.get(place)));
    }
    String result = result(entry);
    output = Latex.symbol(result, operation.shape(shapes));
    formula = result + " = " + operation.latex(inputs.stream().map(Written::term).toList()).text();
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
    return formula;
  }

  /** For each input dL/dinput; the shapes are those of the example. */
  public List<String> derivatives() {
    Written cotangent = Latex.symbol(partial(output.text()), output.shape());
    List<Shape> shapes = inputs.stream().map(Written::shape).toList();
    List<String> derivatives = new ArrayList<>();
    for (int place = 0; place < inputs.size(); place++) {
      Written flow = operation.vjp(new Latex(), place, inputs, output, cotangent);
      String text = operation.carries(place, shapes) ? flow.text() : "0";
      derivatives.add(partial(names.get(place)) + " = " + text);
    }
    return derivatives;
  }

  private static String partial(String name) {
    return "\\frac{\\partial L}{\\partial " + name + "}";
  }
}
