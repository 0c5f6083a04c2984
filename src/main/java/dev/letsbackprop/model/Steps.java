package dev.letsbackprop.model;

import dev.letsbackprop.json.Fault.Kind;
import dev.letsbackprop.json.Faults;
import dev.letsbackprop.json.Pointer;
import dev.letsbackprop.json.Suggestion;
import dev.letsbackprop.json.Words;
import dev.letsbackprop.model.DraftNode.DraftInput;
import dev.letsbackprop.model.Operand.Step;
import dev.letsbackprop.tensor.Tensor;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes the nodes of a formula.
 *
 * <p>A step that no assignment names is called by its own text; the same text is the same node.
 * Where the text is longer than {@value #LONGEST_TEXT} characters, the step is called {@code #1},
 * {@code #2} and so on, also within the texts of others: so names stay short, however long a chain
 * is, and no name or text can be the same, because {@code #} begins a comment.
 */
final class Steps {
  static final int LONGEST_TEXT = 120;
  private static final int LONGEST_NAME = 1_000;

  private final String text;
  private final Pointer formula;
  private final Faults faults;
  private final Map<String, DraftNode> nodes;
  private final Map<String, Integer> unknown = new LinkedHashMap<>();
  private final Map<String, String> shortened = new HashMap<>();

  /**
   * The steps of a formula.
   *
   * @param nodes the leaves that have values, to which the steps are added
   */
  Steps(String text, Pointer formula, Faults faults, Map<String, DraftNode> nodes) {
    this.text = text;
    this.formula = formula;
    this.faults = faults;
    this.nodes = nodes;
  }

  void fault(int at, String sentence) {
    faults.add(Kind.INVALID_GRAPH, () -> formula, () -> new Excerpt(text, at).tell(sentence));
  }

  Origin origin(int at, Map<String, Integer> attributes) {
    return new Origin.InFormula(formula, text, at, attributes);
  }

  /** What a name stands for: a number, a node, or a placeholder where there is no such node yet. */
  Operand named(Token name) {
    String id = name.text();
    if (id.equals("pi")) {
      return Operand.number(id, Math.PI);
    }
    String flaw = flaw(id);
    if (flaw != null) {
      throw new SyntaxFault(name.at(), flaw);
    }
    if (nodes.containsKey(id)) {
      return Operand.node(id);
    }
    unknown.putIfAbsent(id, name.at());
    return new Operand(id, Operator.ATOM, new DraftInput(placeholder(id), 0), null);
  }

  /** What is wrong with a name, or null. */
  static @Nullable String flaw(String name) {
    if (name.length() > LONGEST_NAME) {
      return "A name can have %,d characters, found %,d.".formatted(LONGEST_NAME, name.length());
    }
    if (Characters.RESERVED.contains(name)) {
      return Words.quote(name) + " already means something: it cannot name a node.";
    }
    if (!Characters.isComposed(name)) {
      return Words.quote(name)
          + " has a letter in parts: write it in Unicode's normalization form C.";
    }
    return null;
  }

  private static String placeholder(String name) {
    return "?" + name;
  }

  /** Two operands with an operator between them. */
  Operand apply(Operator operator, int at, Operand left, Operand right) {
    Operand first = settle(left);
    Operand second = settle(right);
    String written =
        first.within(operator.left())
            + " "
            + operator.symbol()
            + " "
            + second.within(operator.right());
    return Operand.step(
        written,
        operator.priority(),
        new Step(
            operator.operation(),
            List.of(input(first), input(second)),
            Map.of(),
            origin(at, Map.of())));
  }

  /**
   * An operand with a sign before it: a plus changes nothing, and a negative number is a number.
   */
  Operand sign(Operator sign, int at, Operand operand) {
    if (sign == Operator.PLUS) {
      return operand;
    }
    if (operand.isUnsignedNumber()) {
      return Operand.number("-" + operand.text(), -input(operand).number());
    }
    Operand settled = settle(operand);
    return Operand.step(
        sign.symbol() + settled.within(sign.right()),
        sign.priority(),
        new Step(sign.operation(), List.of(input(settled)), Map.of(), origin(at, Map.of())));
  }

  /** The operand as others use it: a step becomes a node, called by its own text. */
  Operand settle(Operand operand) {
    Step step = operand.step();
    if (step == null) {
      return operand;
    }
    String written = operand.text();
    boolean isLong = written.length() > LONGEST_TEXT;
    String id =
        isLong ? shortened.computeIfAbsent(written, text -> "#" + (shortened.size() + 1)) : written;
    if (!nodes.containsKey(id)) {
      nodes.put(id, draft(id, step));
    }
    return new Operand(
        id, isLong ? Operator.ATOM : operand.priority(), new DraftInput(id, 0), null);
  }

  static DraftInput input(Operand settled) {
    return Objects.requireNonNull(settled.input());
  }

  private static DraftNode draft(String id, Step step) {
    return new DraftNode(
        id, step.origin(), null, false, step.operation(), step.inputs(), step.attributes(), null);
  }

  /** Gives a name to an operand: a number becomes a leaf, another node a branch of it. */
  void assign(Token name, Operand operand) {
    String id = name.text();
    String flaw = flaw(id);
    DraftNode standing = nodes.get(id);
    if (flaw == null && standing != null) {
      flaw =
          Words.quote(id)
              + (standing.origin() instanceof Origin.InJson
                  ? " has a value in 'values': it cannot be assigned."
                  : " is assigned twice.");
    }
    if (flaw != null) {
      fault(name.at(), flaw);
      return;
    }
    DraftInput input = operand.input();
    Step step = operand.step();
    Origin origin = origin(name.at(), Map.of());
    if (step != null) {
      nodes.put(id, draft(id, step));
    } else if (input != null && input.id() == null) {
      Tensor value = Tensor.scalar(input.number());
      nodes.put(id, DraftNode.leaf(id, origin, value, false));
    } else {
      nodes.put(id, draft(id, new Step("branch", List.of(input(operand)), Map.of(), origin)));
    }
  }

  /** Tells the names that stand for nothing; of each, where it is used first. */
  void tellUnknown() {
    unknown.forEach(
        (name, at) -> {
          fault(
              at,
              nodes.containsKey(name)
                  ? Words.quote(name) + " is used before it is assigned."
                  : "No value for "
                      + Words.quote(name)
                      + "."
                      + Suggestion.didYouMean(name, nodes.keySet()));
        });
    for (Map.Entry<String, Integer> each : unknown.entrySet()) {
      String id = placeholder(each.getKey());
      Origin origin = origin(each.getValue(), Map.of());
      nodes.put(id, DraftNode.leaf(id, origin, null, false));
    }
  }
}
