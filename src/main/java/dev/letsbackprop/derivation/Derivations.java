package dev.letsbackprop.derivation;

import dev.letsbackprop.differentiation.Pullback;
import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.operation.Term;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the backward pass down while it runs: the step along each edge, and at each branch how
 * what comes back along several edges adds up.
 */
public final class Derivations implements Pullback.Observer<Tensor> {
  private final Graph graph;
  private final BitSet told;
  private final Symbols symbols;
  private final StepWriter writer;
  private final int[] arriving;
  private final Map<Node, List<@Nullable String>> steps = new HashMap<>();
  private final Map<Node, SumWriter> sums = new HashMap<>();
  private @Nullable Tensor adjoint;

  /**
   * Derivations of a graph, to be told of the backward pass.
   *
   * @param values what stands for each node, by index
   * @param seed the cotangent of the output
   * @param told the indices of the nodes to be told of
   */
  public Derivations(Graph graph, List<Tensor> values, Tensor seed, BitSet told) {
    this.graph = graph;
    this.told = told;
    symbols = new Symbols(graph, seed.equals(Tensor.ONE));
    writer = new StepWriter(symbols, values);
    arriving = arriving(graph);
  }

  /**
   * How much there is to write, told in inputs: a step names all of its inputs towards each of
   * them, and once more where that is a part of a sum.
   */
  public static long extent(Graph graph, BitSet told) {
    int[] arriving = arriving(graph);
    long extent = 0;
    for (Node node : graph.nodes()) {
      long count = node.inputs().size();
      extent += told.get(node.index()) ? count * count : 0;
      for (Node input : node.inputs()) {
        boolean branch = told.get(input.index()) && arriving[input.index()] > 1;
        extent += branch ? count : 0;
      }
    }
    return extent;
  }

  /** How many flows reach each node. */
  private static int[] arriving(Graph graph) {
    int[] arriving = new int[graph.nodes().size()];
    int output = graph.output().index();
    for (int index = output; index >= 0; index--) {
      Node node = graph.nodes().get(index);
      for (int place = 0; place < node.inputs().size(); place++) {
        boolean reached = index == output || arriving[index] > 0;
        arriving[node.inputs().get(place).index()] += reached && node.carries(place) ? 1 : 0;
      }
    }
    return arriving;
  }

  @Override
  public void complete(Node node, Tensor completed) {
    adjoint = completed;
  }

  @Override
  public void sent(Node node, int place, Tensor flow) {
    Node input = node.inputs().get(place);
    boolean branch = told.get(input.index()) && arriving[input.index()] > 1;
    if (adjoint == null || !(branch || told.get(node.index()))) {
      return;
    }
    String symbolic = writer.symbols(node, place);
    if (told.get(node.index())) {
      int count = node.inputs().size();
      List<@Nullable String> derivations =
          steps.computeIfAbsent(
              node, step -> new ArrayList<@Nullable String>(Collections.nCopies(count, null)));
      String left = arriving[input.index()] > 1 ? part(node, place) : symbols.partial(input).text();
      derivations.set(place, equation(left, symbolic, writer.numbers(node, place, adjoint), flow));
    }
    if (branch) {
      sums.computeIfAbsent(input, branching -> new SumWriter())
          .add(symbolic, via(node, place), flow);
    }
  }

  private static String equation(
      String left, String symbolic, @Nullable String numbers, Tensor flow) {
    StringBuilder equation = new StringBuilder(left).append(" = ").append(symbolic);
    if (flow.rank() == 0) {
      String result = Term.digits(flow.item()).text();
      if (numbers != null && !numbers.equals(symbolic) && !numbers.equals(result)) {
        equation.append(" = ").append(numbers);
      }
      if (!symbolic.equals(result)) {
        equation.append(" = ").append(result);
      }
    }
    return equation.toString();
  }

  /** The part of a derivative that comes back along one of several edges. */
  private String part(Node node, int place) {
    Node input = node.inputs().get(place);
    String part = "\\left." + symbols.bare(input).text() + "\\right|_{" + via(node, place) + "}";
    return input.shape().rank() == 0 ? part : Symbols.above(part, input.shape()).text();
  }

  private String via(Node node, int place) {
    boolean twice = Collections.frequency(node.inputs(), node.inputs().get(place)) > 1;
    return "\\text{via } " + symbols.of(node).text() + (twice ? ",\\ \\text{input } " + place : "");
  }

  /** What the gradient of a node means: {@code dL/dq}. */
  public String meaning(Node node) {
    return symbols.meaning(node);
  }

  /** The step towards each input of a node; null where nothing flows. */
  public List<@Nullable String> steps(Node node) {
    List<@Nullable String> found = steps.get(node);
    return found == null
        ? Collections.<@Nullable String>nCopies(node.inputs().size(), null)
        : found;
  }

  /** How what reaches a node adds up; null where no more than one flow does. */
  public @Nullable String accumulation(Node node) {
    SumWriter sum = sums.get(node);
    return sum == null || node == graph.output() ? null : sum.text(symbols.partial(node));
  }
}
