package dev.letsbackprop.layer;

import dev.letsbackprop.tensor.Decimal;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A tensor that a layer is given: a parameter or data.
 *
 * @param name the property of a request, and what follows the layer's name in the node's
 * @param template its shape; of data any, because what goes into the layer decides
 * @param summary what it is, in a few words
 */
public record Part(String name, Kind kind, Template template, boolean optional, String summary) {

  /** What a layer does with it. */
  public enum Kind {
    /** It is learnt. */
    PARAMETER,
    /** Class indices, or rows of probabilities. */
    CLASSES,
    /** Numbers of the shape of what goes in. */
    TARGET,
    /** 0 and 1, of a shape that broadcasts to what goes in. */
    MASK
  }

  /**
   * Data as the layer takes it: what lacks the axis of rows where the input is one row gets it.
   *
   * @param input the shape of what goes into the layer
   * @param complaints told what is wrong with it
   * @return null where there was a complaint
   */
  public @Nullable Tensor fit(Tensor data, Shape input, Consumer<String> complaints) {
    return switch (kind) {
      case PARAMETER -> data;
      case CLASSES -> Targets.of(input, data, complaints);
      case TARGET -> target(data, input, complaints);
      case MASK -> mask(data, input, complaints);
    };
  }

  private static @Nullable Tensor target(Tensor target, Shape input, Consumer<String> complaints) {
    Shape shape = target.shape();
    boolean row = input.equals(shape.asRow());
    if (!row && !shape.equals(input)) {
      complaints.accept(
          "the target has shape "
              + shape
              + ", and the input "
              + input
              + ": they must be the same.");
      return null;
    }
    return target.reshape(input);
  }

  private static @Nullable Tensor mask(Tensor mask, Shape input, Consumer<String> complaints) {
    if (!mask.shape().broadcastsTo(input)) {
      complaints.accept(
          "the mask " + mask.shape() + " does not broadcast to the input " + input + ".");
      return null;
    }
    for (int at = 0; at < mask.size(); at++) {
      if (mask.at(at) != 0 && mask.at(at) != 1) {
        complaints.accept("the mask holds 0 and 1 only, found " + Decimal.text(mask.at(at)) + ".");
        return null;
      }
    }
    return mask;
  }

  public boolean isParameter() {
    return kind == Kind.PARAMETER;
  }

  /** Its shape in letters, or in words. */
  public String shape() {
    return switch (kind) {
      case PARAMETER -> template.toString();
      case CLASSES -> "one class index a row, or the shape of the input";
      case TARGET -> "the shape of the input";
      case MASK -> "a shape that broadcasts to the input's";
    };
  }
}
