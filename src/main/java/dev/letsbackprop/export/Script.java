package dev.letsbackprop.export;

import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A model as a script of Python, which prints a line of JSON for each node: its value and its
 * gradient.
 *
 * <p>What people have written stands in it as quoted text only.
 */
public abstract class Script {
  private final Library library;
  private final long most;
  private final StringBuilder body = new StringBuilder();
  final Graph graph;
  final Tensor seed;
  final List<Node> reported;
  final Identifiers names;
  final Spelling spelling;

  Script(Library library, Graph graph, Tensor seed, List<Node> reported, long most) {
    this.library = library;
    this.graph = graph;
    this.seed = seed;
    this.reported = reported;
    this.most = most;
    this.names = new Identifiers(graph, library);
    this.spelling = new Spelling(library);
  }

  /**
   * Writes a script.
   *
   * @param seed dL/d(output), of the output's shape
   * @param reported the nodes to print, all of which have names
   * @param most how many characters it may have
   * @throws TooLong where it would have more
   */
  public static String of(
      Library library, Graph graph, Tensor seed, List<Node> reported, long most) {
    return switch (library) {
      case NUMPY -> new NumpyScript(graph, seed, reported, most).text();
      case PYTORCH -> new PytorchScript(graph, seed, reported, most).text();
      case JAX -> new JaxScript(graph, seed, reported, most).text();
    };
  }

  /** Says that a script would be longer than it may be. */
  public static final class TooLong extends RuntimeException {}

  abstract void writeBody();

  /** The function that prints a node, with those that it calls. */
  abstract String printing();

  final String text() {
    writeBody();
    StringBuilder head = new StringBuilder("import json\n");
    List<Function> called = spelling.called();
    if (called.stream().anyMatch(function -> function.source().contains("math."))) {
      head.append("import math\n");
    }
    head.append("\n").append(library.imports()).append("\n\n");
    called.forEach(function -> head.append(function.source()).append("\n\n"));
    head.append(printing()).append("\n\n");
    check(head.length() + body.length());
    return head.append(body).toString();
  }

  /** Appends a line. */
  final void line(String line) {
    body.append(line).append('\n');
    check(body.length());
  }

  private void check(long length) {
    if (length > most) {
      throw new TooLong();
    }
  }

  /** A tensor written out, unless that is too long: no element has fewer characters than 0.0. */
  final String tensor(Tensor value) {
    if (!Literal.isUniform(value)) {
      check(body.length() + (long) "0.0, ".length() * value.size());
    }
    return library.tensor(value);
  }

  /** What a node is computed by, from its inputs' variables. */
  final Phrase step(Node node) {
    List<Phrase> inputs = new ArrayList<>();
    List<Shape> shapes = new ArrayList<>();
    for (Node input : node.inputs()) {
      inputs.add(phrase(input));
      shapes.add(input.shape());
    }
    return spelling.spell(node.operation(), inputs, shapes).value();
  }

  /** What stands for a node where it is used. */
  final Phrase phrase(Node node) {
    if (names.has(node)) {
      return Phrase.atom(names.of(node));
    }
    return node.shape().rank() == 0
        ? Phrase.number(node.value().item())
        : Phrase.atom(tensor(node.value()));
  }

  /** A node's own name, quoted. */
  static String quoted(Node node) {
    return Literal.text(Objects.requireNonNull(node.name()));
  }
}
