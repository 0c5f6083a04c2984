package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.EinsumKernel;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The equation of an einsum, such as {@code ij,jk->ik}.
 *
 * @param operands the letters of each operand's axes
 * @param output the letters of the result's axes
 */
record Equation(List<String> operands, String output) {
  static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /**
   * Reads an equation; where it says nothing of the result, that is worked out.
   *
   * @throws Misuse where it is none, with the column of the fault
   */
  static Equation parse(String text) {
    int arrow = text.indexOf("->");
    List<String> operands = new ArrayList<>();
    StringBuilder term = new StringBuilder();
    for (int at = 0; at < (arrow < 0 ? text.length() : arrow); at++) {
      if (text.charAt(at) == ',') {
        operands.add(term.toString());
        term.setLength(0);
      } else {
        read(text, at, "Expected a letter, ',' or '->'", term);
      }
    }
    operands.add(term.toString());
    String left = String.join("", operands);
    return new Equation(operands, arrow < 0 ? implied(left) : output(text, arrow + 2, left));
  }

  private static void read(String text, int at, String expected, StringBuilder term) {
    char letter = text.charAt(at);
    if (letter == '.') {
      throw fault(at, "An ellipsis is not supported; name every axis");
    }
    if (letter != ' ' && LETTERS.indexOf(letter) < 0) {
      throw fault(at, expected + ", found '" + Character.toString(text.codePointAt(at)) + "'");
    }
    if (letter != ' ') {
      term.append(letter);
    }
  }

  private static String output(String text, int start, String left) {
    StringBuilder term = new StringBuilder();
    for (int at = start; at < text.length(); at++) {
      String before = term.toString();
      char letter = text.charAt(at);
      read(text, at, "Expected a letter of the result", term);
      if (letter != ' ' && left.indexOf(letter) < 0) {
        throw fault(at, "'" + letter + "' is in the result, but in no operand");
      }
      if (before.indexOf(letter) >= 0) {
        throw fault(at, "'" + letter + "' stands twice in the result");
      }
    }
    return term.toString();
  }

  private static Misuse fault(int at, String what) {
    return Misuse.ofAttribute("equation", what + ", at column " + (at + 1) + ".");
  }

  /** The letters that stand once, in the order of their code, which puts capitals first. */
  private static String implied(String left) {
    StringBuilder once = new StringBuilder();
    left.chars()
        .filter(letter -> left.indexOf(letter) == left.lastIndexOf(letter))
        .sorted()
        .forEach(letter -> once.append((char) letter));
    return once.toString();
  }

  /** The equation with nothing left to be worked out. */
  String text() {
    return String.join(",", operands) + "->" + output;
  }

  /** The letters of a term that also stand in others, each once. */
  static String shared(String term, String others) {
    StringBuilder shared = new StringBuilder();
    term.chars()
        .distinct()
        .filter(letter -> others.indexOf(letter) >= 0)
        .forEach(letter -> shared.append((char) letter));
    return shared.toString();
  }

  /** All letters: those of the result, then those that are summed. */
  private String loop() {
    StringBuilder loop = new StringBuilder(output);
    String.join("", operands)
        .chars()
        .distinct()
        .filter(letter -> output.indexOf(letter) < 0)
        .forEach(letter -> loop.append((char) letter));
    return loop.toString();
  }

  /**
   * The shape of the result.
   *
   * @throws Misuse where the operands do not fit the equation or each other
   */
  Shape shape(List<Shape> inputs) {
    return sides(inputs, output);
  }

  private Shape sides(List<Shape> inputs, String letters) {
    if (inputs.size() != operands.size()) {
      throw Misuse.ofAttribute(
          "equation",
          text() + " is of " + operands.size() + " operands, found " + inputs.size() + ".");
    }
    int[] sides = new int[128];
    Arrays.fill(sides, -1);
    for (int operand = 0; operand < inputs.size(); operand++) {
      fit(inputs.get(operand), operands.get(operand), sides);
    }
    return Shape.of(letters.chars().map(letter -> sides[letter]).toArray());
  }

  private static void fit(Shape shape, String term, int[] sides) {
    if (shape.rank() != term.length()) {
      throw Misuse.ofInputs(
          "'"
              + term
              + "' names "
              + term.length()
              + " axes, but its operand has shape "
              + shape
              + ".");
    }
    for (int axis = 0; axis < term.length(); axis++) {
      char letter = term.charAt(axis);
      int side = shape.side(axis);
      if (sides[letter] >= 0 && sides[letter] != side) {
        throw Misuse.ofInputs(
            "'"
                + letter
                + "' is "
                + sides[letter]
                + " long in one place and "
                + side
                + " in another.");
      }
      sides[letter] = side;
    }
  }

  /** One step for each combination of all letters. */
  long arithmetic(List<Shape> inputs) {
    return Shape.times(sides(inputs, loop()).extent(), inputs.size());
  }

  Tensor evaluate(List<Tensor> inputs) {
    String loop = loop();
    int[][] axes = new int[inputs.size()][];
    for (int operand = 0; operand < axes.length; operand++) {
      axes[operand] = operands.get(operand).chars().map(loop::indexOf).toArray();
    }
    Shape whole = sides(inputs.stream().map(Tensor::shape).toList(), loop);
    return EinsumKernel.contract(whole, output.length(), inputs, axes);
  }

  /** The shape of a term with sides of 1 but where one of the letters stands for the first time. */
  static Shape firstPlaces(String term, String letters, Shape shape) {
    Shape result = shape;
    for (int axis = 0; axis < term.length(); axis++) {
      char letter = term.charAt(axis);
      if (term.indexOf(letter) < axis || letters.indexOf(letter) < 0) {
        result = result.with(axis, 1);
      }
    }
    return result;
  }

  /**
   * 1 where the axes that share a letter have one index, else 0; the axes of other letters are
   * sides of 1. A scalar where no letter stands twice.
   */
  static Tensor diagonal(String term, Shape shape) {
    Shape repeated = shape;
    for (int axis = 0; axis < term.length(); axis++) {
      char letter = term.charAt(axis);
      if (term.indexOf(letter) == term.lastIndexOf(letter)) {
        repeated = repeated.with(axis, 1);
      }
    }
    if (term.chars().distinct().count() == term.length()) {
      return Tensor.ONE;
    }
    double[] mask = new double[Math.toIntExact(repeated.size())];
    int[] index = new int[128];
    for (int at = 0; at < mask.length; at++) {
      Arrays.fill(index, -1);
      boolean equal = true;
      int rest = at;
      for (int axis = term.length() - 1; axis >= 0; axis--) {
        int here = rest % repeated.side(axis);
        char letter = term.charAt(axis);
        equal &= index[letter] < 0 || index[letter] == here;
        index[letter] = here;
        rest /= repeated.side(axis);
      }
      mask[at] = equal ? 1 : 0;
    }
    return Tensor.adopt(repeated, mask);
  }

  /** As a lesson writes it: a sum over the letters that are summed, each operand with its own. */
  Term latex(List<Term> x) {
    String summed = loop().substring(output.length());
    StringBuilder text = new StringBuilder(summed.isEmpty() ? "" : "\\sum_{" + summed + "} ");
    for (int operand = 0; operand < x.size(); operand++) {
      Term term = x.get(operand);
      String own = operands.get(operand);
      boolean bare = term.binding().compareTo(Term.Binding.ATOM) >= 0;
      text.append(operand == 0 ? "" : "\\, ")
          .append(bare ? term.text() : "\\left(" + term.text() + "\\right)")
          .append(own.isEmpty() ? "" : "_{" + own + "}");
    }
    return output.isEmpty()
        ? new Term(text.toString(), Term.Binding.SUM)
        : Term.atom("\\left[" + text + "\\right]_{" + output + "}");
  }
}
