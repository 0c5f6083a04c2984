package dev.letsbackprop.model;

import dev.letsbackprop.layer.Wiring;
import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.Operation;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Wires one layer: notes its steps, of which only the shapes are worked out, and names them. */
final class LayerWiring implements Wiring<Strand> {
  private final List<Strand> steps;
  private final Budget budget;
  private final String suffix;

  /**
   * A wiring without steps.
   *
   * @param budget what the steps are taken from
   */
  LayerWiring(Budget budget) {
    this(new ArrayList<>(), budget, "");
  }

  private LayerWiring(List<Strand> steps, Budget budget, String suffix) {
    this.steps = steps;
    this.budget = budget;
    this.suffix = suffix;
  }

  @Override
  public Strand constant(Tensor value) {
    return Strand.number(value.item());
  }

  @Override
  public Strand apply(Operation operation, List<Strand> inputs) {
    Shape shape = operation.shape(inputs.stream().map(input -> input.shape).toList());
    budget.spend(shape);
    Strand step = Strand.step(shape, operation, inputs, suffix);
    steps.add(step);
    return step;
  }

  @Override
  public Strand constant(String word, Shape shape, Supplier<Tensor> value) {
    budget.spend(shape);
    Strand constant = Strand.constant(shape, value, suffix);
    constant.word = word;
    steps.add(constant);
    return constant;
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
    return new LayerWiring(steps, budget, "[" + step + "]");
  }

  /**
   * Gives the steps their ids.
   *
   * @param output what comes out of the layer, and gets its name
   * @param taken words that follow the layer's name elsewhere
   * @return the steps in order
   */
  List<Strand> finish(String layer, Strand output, Set<String> taken) {
    Map<String, Integer> used = new HashMap<>();
    taken.forEach(word -> used.put(word, 1));
    for (Strand step : steps) {
      step.id = step == output ? layer : layer + "." + unique(step, used);
    }
    return steps;
  }

  /** The word of a step, with a number where it is not the first of that word. */
  private static String unique(Strand step, Map<String, Integer> used) {
    String word = step.word == null ? Catalogue.of(step.operation()).name() : step.word;
    int number = used.merge(word + step.suffix, 1, Integer::sum);
    return (number == 1 ? word : word + number) + step.suffix;
  }
}
