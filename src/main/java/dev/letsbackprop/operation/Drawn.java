package dev.letsbackprop.operation;

import dev.letsbackprop.tensor.Shape;
import java.util.List;
import java.util.random.RandomGenerator;

/** A convolution drawn at random: its attributes and the shapes of its three tensors. */
record Drawn(Shape x, Shape w, Pair stride, Pair padding, Pair dilation, int groups) {

  static Drawn of(RandomGenerator random) {
    int groups = random.nextInt(1, 3);
    int inputs = random.nextInt(1, 3);
    int outputs = groups * random.nextInt(1, 3);
    return new Drawn(
        Planes.drawn(random, groups * inputs),
        Shape.of(outputs, inputs, random.nextInt(1, 3), random.nextInt(1, 3)),
        Planes.pair(random, 1, 2),
        Planes.pair(random, 0, 1),
        Planes.pair(random, 1, 2),
        groups);
  }

  Shape y() {
    return new Convolution.Conv2d(stride, padding, dilation, groups).shape(List.of(x, w));
  }
}
