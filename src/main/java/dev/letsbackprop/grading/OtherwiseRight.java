package dev.letsbackprop.grading;

import dev.letsbackprop.differentiation.Course;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.operation.Alternative;
import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;

/** Takes the other choice wherever mathematics leaves one. */
final class OtherwiseRight extends Course<Tensor> {
  OtherwiseRight() {
    super(Numbers.NUMBERS);
  }

  @Override
  public Tensor flow(Node node, int place, List<Tensor> x, Tensor y, Tensor cotangent) {
    Alternative other = Catalogue.of(node.operation()).alternative();
    return other == null
        ? super.flow(node, place, x, y, cotangent)
        : other.flow(node.operation(), on(), place, x, y, cotangent);
  }
}
