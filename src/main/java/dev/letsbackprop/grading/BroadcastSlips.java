package dev.letsbackprop.grading;

import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.operation.Slicing;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;

/** The mistakes that are made where an input was stretched, so that its flow is a sum. */
final class BroadcastSlips {
  private BroadcastSlips() {}

  /** None where nothing was stretched. */
  static List<Slip> at(Edge edge) {
    Shape whole = edge.node().shape();
    Shape shape = edge.input().shape();
    if (shape.equals(whole)
        || !shape.broadcastsTo(whole)
        || !edge.node().operation().elementwise()) {
      return List.of();
    }
    double copies = (double) whole.size() / Math.max(1, shape.size());
    return List.of(
        Slip.at(Lessons.NOT_SUMMED, edge, (at, x, y, g) -> raw(at, x, y, g)),
        Slip.at(Lessons.NOT_SUMMED, edge, (at, x, y, g) -> oneOf(raw(at, x, y, g), shape, true)),
        Slip.at(Lessons.NOT_SUMMED, edge, (at, x, y, g) -> oneOf(raw(at, x, y, g), shape, false)),
        Slip.at(
            Lessons.COPIES_AVERAGED,
            edge,
            (at, x, y, g) ->
                Numbers.NUMBERS.divide(
                    GeneralSlips.right(at, x, y, g), Numbers.NUMBERS.constant(copies))));
  }

  /** What flows back before it is summed. */
  static Tensor raw(Edge edge, List<Tensor> x, Tensor y, Tensor cotangent) {
    Tensor flow = edge.node().operation().vjp(Numbers.NUMBERS, edge.place(), x, y, cotangent);
    return Numbers.NUMBERS.broadcastTo(flow, edge.node().shape());
  }

  /** The first or the last of what would have been summed. */
  private static Tensor oneOf(Tensor raw, Shape shape, boolean first) {
    Tensor part = raw;
    int more = raw.rank() - shape.rank();
    for (int axis = 0; axis < raw.rank(); axis++) {
      int side = part.shape().side(axis);
      boolean stretched = axis < more || shape.side(axis - more) != side;
      if (stretched && side > 0) {
        int place = first ? 0 : side - 1;
        part = Numbers.NUMBERS.apply(new Slicing.Slice(axis, place, place + 1, 1), List.of(part));
      }
    }
    return part.size() == shape.size() ? part.reshape(shape) : raw;
  }
}
