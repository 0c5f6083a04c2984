package dev.letsbackprop.layer;

import dev.letsbackprop.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tries whether the shapes of a layer's parameters fit its input and each other, letter by letter.
 *
 * <p>Where they do not, shapes are made up that would, the parameters' word before the input's: so
 * the layers behind can be tried as well.
 */
public final class Fitting {
  static final String INPUT = "the input";

  private final List<Misfit> misfits = new ArrayList<>();
  private final Map<String, Shape> parameters = new LinkedHashMap<>();
  private final @Nullable Shape input;

  /**
   * Tries a layer.
   *
   * @param attributes those that are integers, by name
   * @param given what goes in; null where that is not known
   * @param shapes those of the parts that are given, by name
   */
  public Fitting(
      LayerEntry layer,
      Map<String, Integer> attributes,
      @Nullable Shape given,
      Map<String, Shape> shapes) {
    Template template = layer.input();
    Letters told = new Letters(attributes);
    Shape taken = given != null && template.takes(given) ? given : null;
    if (taken != null) {
      told.learn(INPUT, template, taken, sentence -> {});
    } else if (given != null) {
      misfit(null, INPUT, given, template);
    }
    Letters agreed = new Letters(attributes);
    for (Part part : layer.parts()) {
      Shape shape = shapes.get(part.name());
      if (shape == null || !part.isParameter()) {
        continue;
      }
      String who = "the " + part.name();
      if (part.template().takes(shape)) {
        told.learn(
            who, part.template(), shape, why -> misfits.add(new Misfit(part.name(), why + ".")));
        agreed.learn(who, part.template(), shape, sentence -> {});
        parameters.put(part.name(), shape);
      } else {
        misfit(part.name(), who, shape, part.template());
      }
    }
    if (taken != null) {
      agreed.learn(INPUT, template, taken, sentence -> {});
    }
    input = taken == null ? null : agreed.fill(template, taken);
    layer.parts().stream()
        .filter(part -> parameters.containsKey(part.name()))
        .forEach(
            part ->
                parameters.computeIfPresent(
                    part.name(), (name, shape) -> agreed.fill(part.template(), shape)));
  }

  private void misfit(@Nullable String part, String who, Shape shape, Template template) {
    misfits.add(
        new Misfit(part, who + " has shape " + shape + ", expected " + template.explained() + "."));
  }

  /** What does not fit. */
  public List<Misfit> misfits() {
    return List.copyOf(misfits);
  }

  /** The shape of the input, as it would fit; null where its axes are too few or too many. */
  public @Nullable Shape input() {
    return input;
  }

  /** The shape of a parameter, as it would fit; null where its axes are too few or too many. */
  public @Nullable Shape parameter(String name) {
    return parameters.get(name);
  }
}
