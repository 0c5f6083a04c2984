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
 * <p>Where they do not, shapes are made up that would, by the input's word and then by that of each
 * parameter in turn: so the layers behind can be tried as well.
 */
public final class Fitting {
  static final String INPUT = "the input";

  private final List<Misfit> misfits = new ArrayList<>();
  private final Map<String, Shape> parameters = new LinkedHashMap<>();

  /**
   * Tries a layer.
   *
   * @param attributes those that are integers, by name; 0 for one that is no such number
   * @param input what goes in; null where that is not known
   * @param shapes those of the parts that are given, by name
   */
  public Fitting(
      LayerEntry layer,
      Map<String, Integer> attributes,
      @Nullable Shape input,
      Map<String, Shape> shapes) {
    Template template = layer.input();
    Letters letters = new Letters(attributes);
    if (input != null && template.takes(input)) {
      letters.learn(INPUT, template, input, sentence -> {});
    } else if (input != null) {
      misfit(null, INPUT, input, template);
    }
    for (Part part : layer.parts()) {
      Shape shape = shapes.get(part.name());
      if (shape == null || !part.isParameter()) {
        continue;
      }
      String who = "the " + part.name();
      if (part.template().takes(shape)) {
        letters.learn(
            who, part.template(), shape, why -> misfits.add(new Misfit(part.name(), why + ".")));
        parameters.put(part.name(), letters.fill(part.template(), shape));
      } else {
        misfit(part.name(), who, shape, part.template());
      }
    }
  }

  private void misfit(@Nullable String part, String who, Shape shape, Template template) {
    misfits.add(
        new Misfit(part, who + " has shape " + shape + ", expected " + template.explained() + "."));
  }

  /** What does not fit. */
  public List<Misfit> misfits() {
    return List.copyOf(misfits);
  }

  /** The shape of a parameter, as it would fit; null where its axes are too few or too many. */
  public @Nullable Shape parameter(String name) {
    return parameters.get(name);
  }
}
