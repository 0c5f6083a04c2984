package dev.letsbackprop.derivation;

import dev.letsbackprop.operation.Term;
import dev.letsbackprop.tensor.Tensor;

/** Writes the sum at a branch, in the order in which it is added up. */
final class SumWriter {
  private static final String PLUS = " + ";

  private final StringBuilder symbols = new StringBuilder();
  private final StringBuilder numbers = new StringBuilder();
  private double sum;

  /** Adds what comes back along one edge. */
  void add(String symbolic, String via, Tensor flow) {
    boolean first = symbols.length() == 0;
    symbols.append(first ? "" : PLUS);
    symbols.append("\\underbrace{").append(symbolic).append("}_{").append(via).append('}');
    if (flow.rank() == 0) {
      Term number = Term.digits(flow.item());
      numbers.append(first ? number.text() : PLUS + number.tight());
      sum = first ? flow.item() : sum + flow.item();
    }
  }

  String text(Term left) {
    String total = numbers.length() == 0 ? "" : " = " + numbers + " = " + Term.digits(sum).text();
    return left.text() + " = " + symbols + total;
  }
}
