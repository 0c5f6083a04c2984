package dev.letsbackprop.operation;

import dev.letsbackprop.operation.Worked.Figure;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The algebra of exercises: reading a rule in it puts the numbers in, and writes the arithmetic
 * before it is done, as {@code -4 \cdot 5}.
 */
public final class Worked extends Symbolic<Figure> {

  /**
   * A number and how it was come by.
   *
   * @param term the arithmetic; null where it is not one of single numbers
   * @param fixed whether it is a constant, so that arithmetic with it alone is not shown
   */
  public record Figure(@Nullable Term term, Tensor value, boolean fixed) {}

  /** A number that somebody gave, or that was worked out before. */
  public static Figure given(double value) {
    return new Figure(Term.digits(value), Tensor.scalar(value), false);
  }

  @Override
  public Figure constant(Tensor value) {
    return new Figure(value.rank() == 0 ? Term.digits(value.item()) : null, value, true);
  }

  @Override
  protected Figure write(Operation operation, List<Figure> inputs) {
    boolean single = inputs.stream().allMatch(input -> input.value().rank() == 0);
    if (operation instanceof Choice.Where && single && !vanishes(inputs.get(2))) {
      // The numbers have chosen.
      return inputs.get(inputs.get(0).value().item() != 0 ? 1 : 2);
    }
    Tensor value = operation.evaluate(inputs.stream().map(Figure::value).toList());
    if (!operation.elementwise() && value.equals(inputs.get(0).value())) {
      // What moves the elements of tensors, or adds them up, leaves a number alone.
      return inputs.get(0);
    }
    List<Term> terms = new ArrayList<>(inputs.size());
    for (Figure input : inputs) {
      if (input.term() != null) {
        terms.add(input.term());
      }
    }
    boolean told = operation.elementwise() && terms.size() == inputs.size();
    return new Figure(told ? operation.latex(terms) : null, value, false);
  }

  /** Whether a choice of it is nothing: a bracket tells that better. */
  private static boolean vanishes(Figure x) {
    return x.fixed() && x.value().item() == 0;
  }

  @Override
  protected @Nullable Tensor known(Figure x) {
    return x.fixed() ? x.value() : null;
  }

  @Override
  public Shape shape(Figure x) {
    return x.value().shape();
  }
}
