package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.PlacementKernel;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Rows fetched from a table by their numbers, and added back: each is the gradient of the other.
 */
public sealed interface Lookup extends Operation {
  @Override
  default int arity() {
    return 2;
  }

  @Override
  default boolean carries(int place, List<Shape> inputs) {
    return place == 0;
  }

  /** The indices as places of an axis of that side. */
  private static int[] places(Tensor indices, int side) {
    int[] places = new int[indices.size()];
    for (int at = 0; at < places.length; at++) {
      places[at] = Indexing.index(indices.at(at), side);
    }
    return places;
  }

  private static <T> T nothing(Algebra<T> on, T indices) {
    return on.broadcastTo(on.constant(0), on.shape(indices));
  }

  @Described(
      summary = "For each index the row of a table that it names.",
      formula = "_n = w_{t_n}",
      reason =
          "A row moves every place that it was fetched to, so the upstream gradients of all of"
              + " them add up; a row that was not fetched gets 0.",
      derivatives = {"_v = \\sum_{n :\\, t_n = v} \\frac{\\partial L}{\\partial y_{n}}", "0"},
      shapeRule = "A table [V, ...] with indices of any shape: that shape, then [...].",
      inputs = {"w", "t"},
      conventions = {
        "The indices get a gradient of 0.",
        "An index that is not a whole number from 0 to V - 1 is an error."
      },
      example = {"[[1, 2], [3, 4], [5, 6]]", "[2, 0, 2]"})
  record Embedding() implements Lookup {
    @Override
    public Shape shape(List<Shape> inputs) {
      Shape table = inputs.get(0);
      if (table.rank() == 0) {
        throw Misuse.ofInputs("The table is a scalar; expected rows, [V, ...].");
      }
      return inputs.get(1).then(table.slice(1, table.rank()).sides());
    }

    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      Tensor table = inputs.get(0);
      int[] places = places(inputs.get(1), table.shape().side(0));
      return PlacementKernel.take(table, places, 0)
          .reshape(shape(inputs.stream().map(Tensor::shape).toList()));
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return place == 1
          ? nothing(on, x.get(1))
          : on.apply(new EmbeddingSpread(on.shape(x.get(0)).side(0)), List.of(cotangent, x.get(1)));
    }

    @Misreading(
        did = "a row that was looked up several times kept the last gradient only",
        due = "each look-up moves the result, so the gradients of a row of {x} add up",
        derivatives = {
          "_v = \\frac{\\partial L}{\\partial y_n}, \\quad n = \\max \\left\\{m : t_m = v\\r"
              + "ight\\}",
          ""
        })
    public <T> @Nullable T overwritten(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      Shape table = on.shape(x.get(0));
      int count = Math.toIntExact(on.shape(x.get(1)).size());
      int rows = table.side(0);
      int width = Math.toIntExact(table.slice(1, table.rank()).size());
      // Who comes last is found with a number for each index and row.
      if (place == 1 || count == 0 || Shape.times(count, rows) > Misconception.MOST) {
        return null;
      }
      T indices = on.reshape(x.get(1), Shape.of(count));
      T found = on.apply(new Indexing.OneHot(rows), List.of(indices));
      T again = on.apply(new Cumulative.Cumsum(0, true, true), List.of(found));
      T last = on.where(again, on.constant(0), found);
      return on.reshape(
          on.matmul(last, true, on.reshape(cotangent, Shape.of(count, width)), false), table);
    }

    @Override
    public Term latex(List<Term> x) {
      return Term.indexed(x.get(0), x.get(1).text());
    }

    @Override
    public Sample sample(RandomGenerator random) {
      Shape table = Sample.shape(random, 1);
      Domain rows = Domain.indices(table.side(0));
      Shape indices = random.nextInt(3) == 0 ? Shape.SCALAR : Shape.of(random.nextInt(1, 5));
      return Sample.of(this, Sample.operand(table), new Sample.Operand(indices, rows));
    }
  }

  @Described(
      summary = "A table of zeros, to whose rows the rows of x are added: embedding backwards.",
      formula = "_v = \\sum_{n :\\, t_n = v} x_n",
      reason =
          "Every row moves its sum by as much as itself: each takes the upstream gradient of its"
              + " sum.",
      derivatives = {"_n = \\frac{\\partial L}{\\partial y_{t_n}}", "0"},
      shapeRule =
          "Rows whose shape begins with that of the indices: as many rows as asked for, then the"
              + " rest.",
      inputs = {"x", "t"},
      conventions = {
        "The indices get a gradient of 0.",
        "An index that is not a whole number from 0 to rows - 1 is an error.",
        "Rows with the same index are added up, in their order."
      },
      example = {"[[1, 2], [3, 4], [5, 6]]", "[2, 0, 2]"},
      exampleAttributes = "rows=3")
  record EmbeddingSpread(@Attribute("The number of rows of the table.") int rows)
      implements Lookup {
    public EmbeddingSpread {
      if (rows < 0) {
        throw Misuse.ofAttribute("rows", "The number of rows cannot be " + rows + ".");
      }
    }

    private static Shape row(Shape x, Shape indices) {
      int axes = indices.rank();
      if (axes > x.rank() || !x.slice(0, axes).equals(indices)) {
        throw Misuse.ofInputs(
            "Indices of shape " + indices + " do not count the rows of shape " + x + ".");
      }
      return x.slice(axes, x.rank());
    }

    @Override
    public Shape shape(List<Shape> inputs) {
      return Shape.of(rows).then(row(inputs.get(0), inputs.get(1)).sides());
    }

    @Override
    public Tensor evaluate(List<Tensor> inputs) {
      Tensor x = inputs.get(0);
      Tensor indices = inputs.get(1);
      int[] row = row(x.shape(), indices.shape()).sides();
      Tensor list = x.reshape(Shape.of(indices.size()).then(row));
      return PlacementKernel.scatterAdd(list, places(indices, rows), rows, 0);
    }

    @Override
    public <T> T vjp(Algebra<T> on, int place, List<T> x, T y, T cotangent) {
      return place == 1
          ? nothing(on, x.get(1))
          : on.apply(new Embedding(), List.of(cotangent, x.get(1)));
    }

    @Override
    public Term latex(List<Term> x) {
      return Term.function("embedding_spread", x.get(0), x.get(1));
    }

    @Override
    public Sample sample(RandomGenerator random) {
      Shape indices = Sample.shape(random, 0);
      Shape x = indices.then(random.nextInt(1, 4));
      int count = random.nextInt(1, 5);
      return Sample.of(
          new EmbeddingSpread(count),
          Sample.operand(x),
          new Sample.Operand(indices, Domain.indices(count)));
    }
  }
}
