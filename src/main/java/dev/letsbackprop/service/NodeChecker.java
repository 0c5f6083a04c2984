package dev.letsbackprop.service;

import dev.letsbackprop.differentiation.FiniteDifferences;
import dev.letsbackprop.differentiation.FiniteDifferences.Slopes;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.json.Words;
import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.Misuse;
import dev.letsbackprop.service.NodeCheck.Deviation;
import dev.letsbackprop.tensor.Tensor;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares the gradient of one node, element by element, with finite differences. */
final class NodeChecker {
  private static final int MOST_FINDINGS = 10;

  /** How many steps are tried where the first does not plainly agree. */
  private static final int OTHERS = 7;

  private final Node node;
  private final Tensor value;
  private final Tensor gradient;
  private final FiniteDifferences differences;
  private final double rounding;
  private final @Nullable Double step;
  private final double scale;
  private final List<String> findings = new ArrayList<>();
  private Agreement verdict = Agreement.AGREES;
  private double finest;

  /**
   * A checker.
   *
   * @param rounding how far off the output may be by rounding
   * @param step how far to move every element; null for what suits each
   */
  NodeChecker(
      Node node,
      Tensor value,
      Tensor gradient,
      FiniteDifferences differences,
      double rounding,
      @Nullable Double step) {
    this.node = node;
    this.value = value;
    this.gradient = gradient;
    this.differences = differences;
    this.rounding = rounding;
    this.step = step;
    double most = 0;
    for (int at = 0; at < gradient.size(); at++) {
      most = Double.isFinite(gradient.at(at)) ? Math.max(most, Math.abs(gradient.at(at))) : most;
    }
    this.scale = most;
  }

  NodeCheck check() {
    double[] numeric = new double[value.size()];
    Deviation absolute = null;
    Deviation relative = null;
    double largest = 0;
    for (int place = 0; place < numeric.length; place++) {
      ElementCheck element;
      try {
        element = element(place);
      } catch (Misuse misuse) {
        numeric[place] = Double.NaN;
        tell(Agreement.INCONCLUSIVE, place, " cannot be moved: " + misuse.sentence());
        continue;
      }
      numeric[place] = element.slopes().central();
      if (step != null && value.at(place) + step / 2 == value.at(place)) {
        tell(Agreement.INCONCLUSIVE, place, " is not moved by so small a step.");
        continue;
      }
      largest = Math.max(largest, element.slopes().step());
      Agreement said = judge(element, place);
      if (said == Agreement.AGREES || said == Agreement.DISAGREES) {
        absolute = Deviation.larger(absolute, element.error(), place);
        relative = Deviation.larger(relative, element.relativeError(), place);
      }
    }
    Tensor slopes = Tensor.adopt(node.shape(), numeric);
    return new NodeCheck(
        node, gradient, slopes, absolute, relative, largest, verdict, List.copyOf(findings));
  }

  /**
   * What does not plainly agree is tried again with smaller steps, which lead over no kink, out of
   * no domain and past no wave; and a gradient is blamed only where the finest two that can tell
   * say the same.
   */
  private ElementCheck element(int place) {
    double x = value.at(place);
    ElementCheck first = element(place, step == null ? FiniteDifferences.step(x) : step);
    finest = first.slopes().step();
    if (first.isPlain()) {
      return first;
    }
    ElementCheck last = first.canTell() ? first : null;
    boolean confirmed = false;
    for (double by : otherSteps(x)) {
      if (x + by / 2 == x) {
        continue;
      }
      ElementCheck other = element(place, by);
      finest = by;
      if (other.isPlain()) {
        // A step that was asked for was too large; it is answered, but not believed.
        return step == null ? other : first.inDoubt();
      }
      if (other.canTell()) {
        confirmed = last != null && last.isConfirmedBy(other);
        last = other;
      }
    }
    return confirmed ? first : first.inDoubt();
  }

  /** Smaller and smaller ones, that beside a number below 1 among them. */
  private double[] otherSteps(double x) {
    double standard = FiniteDifferences.step(x);
    double beside = FiniteDifferences.step(1) * Math.abs(x);
    double[] steps = new double[OTHERS];
    steps[0] = step != null ? standard : beside < standard && x != 0 ? beside : standard / 10;
    for (int at = 1; at < steps.length; at++) {
      steps[at] = steps[0] * StrictMath.pow(10, -at);
    }
    return steps;
  }

  private ElementCheck element(int place, double by) {
    Slopes slopes = differences.at(place, by);
    return new ElementCheck(gradient.at(place), slopes, scale, rounding, false);
  }

  private Agreement judge(ElementCheck element, int place) {
    Agreement said = element.verdict();
    // At a corner the central difference may be what the convention is, and confirm nothing.
    if (said == Agreement.AGREES && !element.isBent()) {
      return said;
    }
    Slopes slopes = element.slopes();
    Node kink = Double.isFinite(slopes.step()) ? differences.kink(place, slopes.step()) : null;
    kink = kink == null && finest < slopes.step() ? differences.kink(place, finest) : kink;
    boolean explained = !element.isBent() || element.isBetween();
    if (kink != null && explained && said != Agreement.NOT_FINITE) {
      String at =
          " sits at the kink of "
              + Catalogue.of(kink.operation()).name()
              + " at "
              + Words.quote(kink.toString());
      String sides = ": the one-sided slopes are " + digits(slopes.left()) + " and ";
      return tell(
          Agreement.KINK,
          place,
          at + sides + digits(slopes.right()) + ", and the gradient says " + said(element) + ".");
    }
    return said == Agreement.AGREES ? said : tell(said, place, told(said, element));
  }

  private static String told(Agreement said, ElementCheck element) {
    String differences = digits(element.slopes().central());
    String both = ": the gradient says " + said(element) + ", the differences say " + differences;
    return said == Agreement.NOT_FINITE
        ? both + "."
        : both + ", give or take " + digits(element.uncertainty()) + ".";
  }

  private static String said(ElementCheck element) {
    return digits(element.gradient());
  }

  private Agreement tell(Agreement said, int place, String sentence) {
    verdict = verdict.orWorse(said);
    if (findings.size() < MOST_FINDINGS) {
      String index = node.shape().rank() == 0 ? "" : Finiteness.index(node.shape(), place);
      findings.add(Words.shorten(node.toString()) + index + sentence);
    }
    return said;
  }

  /** A number to six digits. */
  private static String digits(double number) {
    if (!Double.isFinite(number)) {
      return Double.toString(number);
    }
    BigDecimal rounded = new BigDecimal(number).round(new MathContext(6)).stripTrailingZeros();
    boolean plain =
        rounded.signum() == 0
            || (rounded.scale() < 12 && rounded.precision() - rounded.scale() < 12);
    return plain ? rounded.toPlainString() : rounded.toString();
  }
}
