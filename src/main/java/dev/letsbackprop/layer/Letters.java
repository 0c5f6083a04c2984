package dev.letsbackprop.layer;

import dev.letsbackprop.tensor.Shape;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** How many each letter counts, as the first shape says that has it. */
final class Letters {
  private final Map<String, Integer> attributes;
  private final Map<Letter, Count> counts = new EnumMap<>(Letter.class);

  /** How many, and who said so. */
  private record Count(int number, String who) {}

  /**
   * No letter known yet.
   *
   * @param attributes those that are integers, by name
   */
  Letters(Map<String, Integer> attributes) {
    this.attributes = attributes;
  }

  /**
   * Learns the letters of a shape that the template takes.
   *
   * @param who whose shape it is, such as "the weight"
   * @param complaints told where a letter is known to count otherwise
   */
  void learn(String who, Template template, Shape shape, Consumer<String> complaints) {
    List<Side> sides = template.sides();
    for (int place = 0; place < sides.size(); place++) {
      Side side = sides.get(place);
      if (!side.isKnown(attributes)) {
        continue;
      }
      int length = shape.side(template.axis(place, shape));
      Integer number = side.count(length, attributes);
      if (number == null && side.times() == 1) {
        continue;
      }
      if (number == null) {
        complaints.accept(
            who
                + " "
                + shape
                + " has a side of "
                + length
                + ", expected a multiple of "
                + side.times()
                + ": it is "
                + template.explained());
        continue;
      }
      Count known = counts.putIfAbsent(side.letter(), new Count(number, said(who, shape)));
      if (known != null && known.number() != number) {
        complaints.accept(
            known.who()
                + " has "
                + side.letter().count(known.number())
                + ", "
                + who
                + " "
                + shape
                + grouped(side)
                + " expects "
                + number);
      }
    }
  }

  private static String said(String who, Shape shape) {
    return who.equals(Fitting.INPUT) ? who : who + " " + shape;
  }

  private String grouped(Side side) {
    return side.divisor() == null
        ? ""
        : " in " + attributes.getOrDefault(side.divisor(), 1) + " " + side.divisor();
  }

  /** The shape, but with the sides that the letters say. */
  Shape fill(Template template, Shape shape) {
    Shape filled = shape;
    List<Side> sides = template.sides();
    for (int place = 0; place < sides.size(); place++) {
      Side side = sides.get(place);
      Count count = side.isKnown(attributes) ? counts.get(side.letter()) : null;
      Integer length = count == null ? null : side.length(count.number(), attributes);
      if (length != null) {
        filled = filled.with(template.axis(place, shape), length);
      }
    }
    return filled;
  }
}
