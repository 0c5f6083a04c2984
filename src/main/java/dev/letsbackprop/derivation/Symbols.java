package dev.letsbackprop.derivation;

import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.operation.Term;
import dev.letsbackprop.tensor.Shape;
import java.util.HashMap;
import java.util.Map;

/** What the nodes of a graph, and the derivatives towards them, are called in its derivations. */
final class Symbols {
  private final Map<Node, Term> terms = new HashMap<>();
  private final String lossWord;
  private final Term loss;

  /**
   * The symbols of a graph.
   *
   * @param whole whether the output itself is what is differentiated, and no upstream gradient
   *     comes from further on
   */
  Symbols(Graph graph, boolean whole) {
    Map<Term, Node> taken = new HashMap<>();
    boolean named = false;
    for (Node node : graph.nodes()) {
      if (isNumber(node)) {
        continue;
      }
      String name = node.toString();
      named |= name.equals("L");
      Term symbol = Spelling.symbol(name);
      terms.put(node, symbol == null ? Spelling.verbatim(name) : symbol);
      Node other = symbol == null ? null : taken.putIfAbsent(symbol, node);
      if (other != null) {
        // w1 and w_1 in one graph: neither is w with an index, or they would look alike.
        terms.put(node, Spelling.verbatim(name));
        terms.put(other, Spelling.verbatim(other.toString()));
      }
    }
    lossWord = whole ? Spelling.plain(graph.output().toString()) : named ? "ℒ" : "L";
    loss = whole ? of(graph.output()) : Term.atom(named ? "\\mathcal{L}" : "L");
  }

  /** Whether a node is a constant without a name, which stands for itself. */
  static boolean isNumber(Node node) {
    return node.isLeaf() && node.name() == null;
  }

  /** A node's symbol; an unnamed constant is its number. */
  Term of(Node node) {
    Term term = terms.get(node);
    return term == null ? Term.digits(node.value().item()) : term;
  }

  /** A node's symbol with its shape below, where it is no single number. */
  Term shaped(Node node) {
    return node.shape().rank() == 0 ? of(node) : above(of(node).tight(), node.shape());
  }

  /** {@code \frac{\partial L}{\partial node}}, with its shape below. */
  Term partial(Node node) {
    Term fraction = bare(node);
    return node.shape().rank() == 0
        ? fraction
        : new Term(above(fraction.text(), node.shape()).text(), fraction.binding());
  }

  /** The same without the shape. */
  Term bare(Node node) {
    return Term.fraction(
        Term.atom("\\partial " + loss.tight()), Term.atom("\\partial " + of(node).tight()));
  }

  static Term above(String text, Shape shape) {
    return Term.atom("\\underset{" + shape + "}{" + text + "}");
  }

  /** {@code dL/dnode}, as plain text. */
  String meaning(Node node) {
    return "d" + lossWord + "/d" + Spelling.plain(node.toString());
  }
}
