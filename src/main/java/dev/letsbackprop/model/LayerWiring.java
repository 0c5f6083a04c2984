package dev.letsbackprop.model;

import dev.letsbackprop.layer.Wiring;
import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.Operation;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** Wires one layer: notes its steps, of which only the shapes are worked out, and names them. */
final class LayerWiring implements Wiring<Strand> {
  /** Ends the wiring of a layer that makes more nodes than a model may have. */
  static final class TooManyNodes extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooManyNodes() {
      super(null, null, false, false);
    }
  }

  private final List<Strand> steps;
  private final IntPredicate allowed;
  private final String suffix;

  /**
   * A wiring without steps.
   *
   * @param allowed whether there may be so many steps
   */
  LayerWiring(IntPredicate allowed) {
    this(new ArrayList<>(), allowed, "");
  }

  private LayerWiring(List<Strand> steps, IntPredicate allowed, String suffix) {
    this.steps = steps;
    this.allowed = allowed;
    this.suffix = suffix;
  }

  @Override
  public Strand constant(Tensor value) {
    return Strand.number(value.item());
  }

  @Override
  public Strand apply(Operation operation, List<Strand> inputs) {
    if (!allowed.test(steps.size() + 1)) {
      throw new TooManyNodes();
    }
    Shape shape = operation.shape(inputs.stream().map(input -> input.shape).toList());
    Strand step = Strand.step(shape, operation, inputs, suffix);
    steps.add(step);
    return step;
  }

  @Override
  public Shape shape(Strand x) {
    return x.shape;
  }

  @Override
  public Strand name(String word, Strand made) {
    if (made.operation != null && made.word == null) {
      made.word = word;
    }
    return made;
  }

  @Override
  public Wiring<Strand> step(int step) {
    return new LayerWiring(steps, allowed, "[" + step + "]");
  }

  /**
   * Gives the steps their ids.
   *
   * @param output what comes out of the layer, and gets its name
   * @param taken words that follow the layer's name elsewhere
   * @return the steps in order
   */
  List<Strand> finish(String layer, Strand output, Set<String> taken) {
    Set<String> words = new HashSet<>(taken);
    for (Strand step : steps) {
      step.id = step == output ? layer : layer + "." + unique(step, words);
    }
    return steps;
  }

  /** The word of a step, with a number where it is not the first of that word. */
  private static String unique(Strand step, Set<String> words) {
    String word = step.word == null ? Catalogue.of(step.operation()).name() : step.word;
    String tried = word + step.suffix;
    for (int number = 2; !words.add(tried); number++) {
      tried = word + number + step.suffix;
    }
    return tried;
  }
}
