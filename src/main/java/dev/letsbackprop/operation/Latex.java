package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;
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
    return symbol(Term.atom(text), shape);
  }

  /** A symbol that may need brackets. */
  public static Written symbol(Term term, Shape shape) {
    return new Written(term, shape, null);
  }

  @Override
  public Written constant(Tensor value) {
    Term term = value.rank() == 0 ? Term.number(value.item()) : several(value);
    return new Written(term, value.shape(), value);
  }

  /** Some tensors that rules multiply by have a name; small matrices are written out. */
  private static Term several(Tensor value) {
    Shape shape = value.shape();
    if (IntStream.range(0, value.size()).allMatch(at -> value.at(at) == 1)) {
      return Term.atom("\\underset{" + shape + "}{\\mathbf{1}}");
    }
    int columns = shape.side(shape.rank() - 1);
    if (shape.rank() != 2 || shape.side(0) > 4 || columns > 4) {
      return Term.atom("\\underset{" + shape + "}{\\mathbf{c}}");
    }
    StringBuilder matrix = new StringBuilder("\\begin{bmatrix}");
    for (int at = 0; at < value.size(); at++) {
      matrix.append(at == 0 ? "" : at % columns == 0 ? " \\\\ " : " & ");
      matrix.append(Term.number(value.at(at)).text());
    }
    return Term.atom(matrix.append("\\end{bmatrix}").toString());
  }

  @Override
  protected Written write(Operation operation, List<Written> inputs) {
    return new Written(
        operation.latex(inputs.stream().map(Written::term).toList()),
        operation.shape(inputs.stream().map(Written::shape).toList()),
        null);
  }

  /** Sides of 1 come and go without a word, as they do where shapes are broadcast. */
  @Override
  public Written reshape(Written x, Shape shape) {
    return withoutOnes(x.shape).equals(withoutOnes(shape))
        ? new Written(x.term, shape, x.known == null ? null : x.known.reshape(shape))
        : super.reshape(x, shape);
  }

  private static List<Integer> withoutOnes(Shape shape) {
    return shape.toList().stream().filter(side -> side != 1).toList();
  }

  /** As the sum over axes that it is. */
  @Override
  public Written sumTo(Written x, Shape shape) {
    int more = x.shape.rank() - shape.rank();
    int[] axes =
        IntStream.range(0, x.shape.rank())
            .filter(axis -> x.shape.side(axis) != 1)
            .filter(axis -> axis < more || shape.side(axis - more) == 1)
            .toArray();
    if (axes.length == 0) {
      return reshape(x, shape);
    }
    Axes summed = shape.size() == 1 ? Axes.ALL : Axes.of(axes);
    Term sum = new Reduction.Sum(summed, false).latex(List.of(x.term));
    return new Written(sum, shape, null);
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
