package dev.letsbackprop.export;

import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.Operation;
import dev.letsbackprop.operation.Symbolic;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The algebra of expressions in Python: reading a rule in it writes down what to compute. */
final class Python extends Symbolic<Written> {
  private final Spelling spelling;
  private final Function<Tensor, String> literal;

  /**
   * An algebra.
   *
   * @param literal writes out a tensor
   */
  Python(Spelling spelling, Function<Tensor, String> literal) {
    this.spelling = spelling;
    this.literal = literal;
  }

  @Override
  public Written constant(Tensor value) {
    Phrase phrase =
        value.rank() == 0 ? Phrase.number(value.item()) : Phrase.atom(literal.apply(value));
    return new Written(phrase, value.shape(), value);
  }

  @Override
  protected Written write(Operation operation, List<Written> inputs) {
    if (inputs.size() == 2
        && inputs.get(1).isAdded()
        && Catalogue.of(operation).name().equals("add")) {
      return inputs.get(0);
    }
    List<Phrase> phrases = inputs.stream().map(Written::phrase).toList();
    List<Shape> shapes = inputs.stream().map(Written::shape).toList();
    return new Written(spelling.spell(operation, phrases, shapes), operation.shape(shapes), null);
  }

  /** A flow is one of its own, also where a rule hands on what it was given. */
  @Override
  public Written sumTo(Written x, Shape shape) {
    return super.sumTo(x, shape).copy();
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
