package dev.letsbackprop.graph;

import dev.letsbackprop.operation.Operation;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A place in a graph: a leaf, which holds a value, or a step, which applies an operation.
 *
 * <p>Not a record: equality would recurse over the graph. A node equals itself only.
 */
public final class Node {
  private final int index;
  private final @Nullable String name;
  private final Shape shape;
  private final @Nullable Tensor value;
  private final boolean constant;
  private final @Nullable Operation operation;
  private final List<Node> inputs;
  private final boolean[] carries;

  private Node(
      int index,
      @Nullable String name,
      Shape shape,
      @Nullable Tensor value,
      boolean constant,
      @Nullable Operation operation,
      List<Node> inputs,
      boolean[] carries) {
    this.index = index;
    this.name = name;
    this.shape = shape;
    this.value = value;
    this.constant = constant;
    this.operation = operation;
    this.inputs = inputs;
    this.carries = carries;
  }

  static Node leaf(int index, @Nullable String name, Tensor value, boolean constant) {
    return new Node(index, name, value.shape(), value, constant, null, List.of(), new boolean[0]);
  }

  /**
   * A step.
   *
   * @throws dev.letsbackprop.operation.Misuse where the operation does not take such inputs
   */
  static Node step(int index, @Nullable String name, Operation operation, List<Node> inputs) {
    List<Shape> shapes = inputs.stream().map(Node::shape).toList();
    boolean[] carries = new boolean[inputs.size()];
    Shape shape = operation.shape(shapes);
    for (int place = 0; place < carries.length; place++) {
      carries[place] = !inputs.get(place).constant && operation.carries(place, shapes);
    }
    return new Node(index, name, shape, null, false, operation, List.copyOf(inputs), carries);
  }

  /** Its place in the graph's order. */
  public int index() {
    return index;
  }

  /** What it is called; null for an unnamed constant or step. */
  public @Nullable String name() {
    return name;
  }

  public Shape shape() {
    return shape;
  }

  public boolean isLeaf() {
    return operation == null;
  }

  /** A leaf that no gradient is computed for. */
  public boolean isConstant() {
    return constant;
  }

  /** A leaf's value. */
  public Tensor value() {
    return Objects.requireNonNull(value, "a step has no value of its own");
  }

  /** A step's operation. */
  public Operation operation() {
    return Objects.requireNonNull(operation, "a leaf has no operation");
  }

  public List<Node> inputs() {
    return inputs;
  }

  /** Whether anything flows back along the edge to that input. */
  public boolean carries(int place) {
    return carries[place];
  }

  @Override
  public String toString() {
    return name == null ? "#" + index : name;
  }
}
