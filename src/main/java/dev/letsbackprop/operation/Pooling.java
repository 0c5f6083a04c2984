package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Window;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One number for each window of a plane. */
public sealed interface Pooling extends Operation permits MaxPooling, AveragePooling {
  Pair size();

  /** The step of the window; its size where null. */
  @Nullable Pair stride();

  Pair padding();

  /** Such a pooling of those attributes. */
  Pooling pooling(Pair size, @Nullable Pair stride, Pair padding);

  default Pair step() {
    Pair stride = stride();
    return stride == null ? size() : stride;
  }

  default Window window() {
    Window window = Planes.window(size(), step(), padding(), Pair.both(1));
    if (2 * padding().rows() > size().rows() || 2 * padding().columns() > size().columns()) {
      // A window that lies in the padding alone would have no largest element.
      throw Misuse.ofAttribute(
          "padding", "padding " + padding() + " is more than half of size " + size() + ".");
    }
    return window;
  }

  /** The shape of what the windows give. */
  default Shape pooled(Shape x) {
    return Planes.places(Planes.check(x), x.side(1), window());
  }

  @Override
  default long arithmetic(List<Shape> inputs) {
    long places = shape(inputs).extent();
    for (Shape input : inputs) {
      // Of what is read and written the least is what there is one of for each window.
      places = Math.min(places, input.extent());
    }
    return Shape.times(places, Shape.of(size().rows(), size().columns()).extent());
  }

  @Override
  default boolean carries(int place, List<Shape> inputs) {
    return place == 0;
  }

  @Override
  default Term latex(List<Term> x) {
    return Term.function(Names.snakeCase(getClass().getSimpleName()), x.toArray(Term[]::new));
  }

  @Override
  default Sample sample(RandomGenerator random) {
    Pair size = Planes.pair(random, 1, 3);
    Pair padding = new Pair(random.nextInt(size.rows() / 2 + 1), 0);
    Pair stride = random.nextBoolean() ? null : Planes.pair(random, 1, 2);
    Pooling pooling = pooling(size, stride, padding);
    Shape x = Planes.drawn(random, random.nextInt(1, 3));
    return Sample.of(pooling, Sample.operand(x));
  }
}
