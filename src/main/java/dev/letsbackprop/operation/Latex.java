package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The algebra of formulas: reading a rule in it writes the derivation as a lesson would. */
public final class Latex extends Symbolic<Latex.Written> {

  /** A formula, the shape of what it stands for, and its value where it is a bare number. */
  public record Written(Term term, Shape shape, @Nullable Tensor known) {
    public String text() {
      return term.text();
    }
  }

  /** A symbol that stands for a tensor of that shape; the text must be LaTeX already. */
  public static Written symbol(String text, Shape shape) {
    return new Written(Term.atom(text), shape, null);
  }

  @Override
  public Written constant(Tensor value) {
    Term term = value.rank() == 0 ? Term.number(value.item()) : Term.atom("\\mathbf{c}");
    return new Written(term, value.shape(), value);
  }

  @Override
  protected Written write(Operation operation, List<Written> inputs) {
    return new Written(
        operation.latex(inputs.stream().map(Written::term).toList()),
        operation.shape(inputs.stream().map(Written::shape).toList()),
        null);
  }

  @Override
  protected @Nullable Tensor known(Written x) {
    return x.known();
  }

  @Override
  public Shape shape(Written x) {
    return x.shape();
  }
}
