package dev.letsbackprop.differentiation;

import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Slopes of a graph's output, weighted with a seed, towards the elements of one node: the node's
 * value is moved a little, and whatever depends on it is computed anew.
 */
public final class FiniteDifferences {
  /** The step for a number of the size of 1 that balances truncation and rounding. */
  private static final double STEP = StrictMath.cbrt(Math.ulp(1.0));

  private final Node node;
  private final Tensor seed;
  private final List<Tensor> values;
  private final List<Tensor> moved;
  private final List<Node> dependents;
  private final Node output;
  private @Nullable BitSet bending;

  private FiniteDifferences(
      Graph graph, List<Tensor> values, Tensor seed, Node node, List<Node> dependents) {
    this.node = node;
    this.seed = seed;
    this.values = values;
    this.moved = new ArrayList<>(values);
    this.dependents = dependents;
    this.output = graph.output();
  }

  /**
   * The differences towards a node.
   *
   * @param values the value of each node, by index
   */
  public static FiniteDifferences of(Graph graph, List<Tensor> values, Tensor seed, Node node) {
    BitSet moving = Pullback.only(node);
    List<Node> dependents = new ArrayList<>();
    for (Node each : graph.nodes().subList(node.index() + 1, graph.nodes().size())) {
      boolean moves = each.inputs().stream().anyMatch(input -> moving.get(input.index()));
      if (moves && each.index() <= graph.output().index()) {
        moving.set(each.index());
        dependents.add(each);
      }
    }
    return new FiniteDifferences(graph, values, seed, node, dependents);
  }

  /** What depends on the node, up to the output. */
  public List<Node> dependents() {
    return dependents;
  }

  /** A step that suits a number. */
  public static double step(double x) {
    return STEP * Math.max(1, Math.abs(x));
  }

  /**
   * Slopes of the output towards one element.
   *
   * @param step how far the element was moved
   * @param central the slope from one step below to one step above
   * @param finer the same with half the step
   * @param left the slope from one step below to the value itself
   * @param right the slope from the value itself to one step above
   */
  public record Slopes(double step, double central, double finer, double left, double right) {}

  /**
   * The slopes towards an element.
   *
   * @throws dev.letsbackprop.operation.Misuse where what is moved must not be, such as an index
   */
  public Slopes at(int place, double step) {
    double x = values.get(node.index()).at(place);
    double half = step / 2;
    Tensor here = values.get(output.index());
    Tensor above = output(place, x + step);
    Tensor below = output(place, x - step);
    double finer = difference(output(place, x - half), output(place, x + half));
    return new Slopes(
        step,
        difference(below, above) / (x + step - (x - step)),
        finer / (x + half - (x - half)),
        difference(below, here) / (x - (x - step)),
        difference(here, above) / (x + step - x));
  }

  /** The sum is that of the differences, and not the difference of sums, which rounds more. */
  private double difference(Tensor from, Tensor to) {
    double sum = 0;
    Tensor here = values.get(output.index());
    for (int at = 0; at < from.size(); at++) {
      if (Double.isInfinite(from.at(at)) && Double.isFinite(here.at(at))) {
        // Moved out of what float64 can hold: nothing can be said.
        return Double.NaN;
      }
      // What does not move has no slope, whatever its seed is.
      sum += from.at(at) == to.at(at) ? 0 : seed.at(at) * (to.at(at) - from.at(at));
    }
    return sum;
  }

  private Tensor output(int place, double x) {
    move(place, x);
    return moved.get(output.index());
  }

  private void move(int place, double x) {
    double[] elements = values.get(node.index()).toArray();
    elements[place] = x;
    moved.set(node.index(), Tensor.adopt(node.shape(), elements));
    for (Node each : dependents) {
      moved.set(each.index(), Numbers.NUMBERS.apply(each.operation(), Graph.inputs(each, moved)));
    }
  }

  /**
   * The first step, in the graph's order, that can bend or jump and does where the element lies:
   * its slopes on both sides differ, and go on to differ as the sides come nearer.
   */
  public @Nullable Node kink(int place, double step) {
    double x = values.get(node.index()).at(place);
    List<Tensor> above = responses(place, x + step);
    List<Tensor> below = responses(place, x - step);
    List<Tensor> closeAbove = responses(place, x + step / 2);
    List<Tensor> closeBelow = responses(place, x - step / 2);
    BitSet able = bending();
    for (int i = able.nextSetBit(0); i >= 0; i = able.nextSetBit(i + 1)) {
      Tensor here = values.get(dependents.get(i).index());
      for (int at = 0; at < here.size(); at++) {
        double far = bend(here.at(at), below.get(i).at(at), above.get(i).at(at));
        double close = bend(here.at(at), closeBelow.get(i).at(at), closeAbove.get(i).at(at));
        // Of a smooth curve half the step makes a quarter of the bend, of a corner half of it.
        boolean bends = far != 0 && Math.abs(close) > 0.375 * Math.abs(far);
        double leap = leap(here.at(at), below.get(i).at(at), above.get(i).at(at));
        double near = leap(here.at(at), closeBelow.get(i).at(at), closeAbove.get(i).at(at));
        // Of a slope half the step makes half the way, of a jump all of it.
        if (bends || (leap != 0 && Math.abs(near) > 0.9 * Math.abs(leap))) {
          return dependents.get(i);
        }
      }
    }
    return null;
  }

  /** The places among the dependents of those that can bend or jump. */
  private BitSet bending() {
    if (bending == null) {
      bending = new BitSet();
      for (int i = 0; i < dependents.size(); i++) {
        bending.set(i, Kinks.possible(dependents.get(i)));
      }
    }
    return bending;
  }

  private List<Tensor> responses(int place, double x) {
    move(place, x);
    return dependents.stream().map(each -> moved.get(each.index())).toList();
  }

  /** How far apart a value is on both sides; 0 where that is only rounding. */
  private static double leap(double here, double below, double above) {
    double leap = above - below;
    return Math.abs(leap) > 1000 * Math.max(Math.ulp(here), Double.MIN_NORMAL) ? leap : 0;
  }

  /** How much more a value rises above than below; 0 where that is little, or only rounding. */
  private static double bend(double here, double below, double above) {
    double rise = above - here;
    double fall = here - below;
    double more = Math.max(Math.abs(rise), Math.abs(fall));
    boolean moves = more > 1000 * Math.ulp(here) && Math.abs(rise - fall) > 0.05 * more;
    return moves ? rise - fall : 0;
  }
}
