package dev.letsbackprop.model;

import dev.letsbackprop.model.DraftNode.DraftInput;
import dev.letsbackprop.operation.Operation;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a layer is wired with: a node that has a shape, and gets its id when the layer is done. */
final class Strand {
  final Shape shape;
  final @Nullable Operation operation;
  final @Nullable Supplier<Tensor> value;
  final List<Strand> inputs;
  final double number;
  final String suffix;
  @Nullable String word;
  @Nullable String id;

  private Strand(
      Shape shape,
      @Nullable Operation operation,
      @Nullable Supplier<Tensor> value,
      List<Strand> inputs,
      double number,
      String suffix,
      @Nullable String id) {
    this.shape = shape;
    this.operation = operation;
    this.value = value;
    this.inputs = inputs;
    this.number = number;
    this.suffix = suffix;
    this.id = id;
  }

  /** A node that stands already. */
  static Strand node(String id, Shape shape) {
    return new Strand(shape, null, null, List.of(), 0, "", id);
  }

  /** A constant that the layer makes, whose numbers are made once all is in order. */
  static Strand constant(Shape shape, Supplier<Tensor> value, String suffix) {
    return new Strand(shape, null, value, List.of(), 0, suffix, null);
  }

  /** A number, which is no node. */
  static Strand number(double number) {
    return new Strand(Shape.SCALAR, null, null, List.of(), number, "", null);
  }

  /**
   * A step that the layer makes.
   *
   * @param suffix what its id ends with
   */
  static Strand step(Shape shape, Operation operation, List<Strand> inputs, String suffix) {
    return new Strand(shape, operation, null, inputs, 0, suffix, null);
  }

  Operation operation() {
    return Objects.requireNonNull(operation);
  }

  DraftInput asInput() {
    return new DraftInput(id, number);
  }
}
