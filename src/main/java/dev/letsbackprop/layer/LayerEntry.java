package dev.letsbackprop.layer;

import dev.letsbackprop.operation.AttributeSpec;
import dev.letsbackprop.operation.Misuse;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One layer in the catalogue. */
public interface LayerEntry {
  /** What a request calls it, and how layers without a name are called. */
  String type();

  List<String> aliases();

  /** What it is, in one sentence. */
  String summary();

  /** Its definition as LaTeX. */
  String formula();

  /** The shape of what goes in. */
  Template input();

  /** The shape of what comes out, in letters or words. */
  String output();

  /** Whether it is an operation as it stands. */
  boolean isOperation();

  /** Whether what comes out has as many axes as what goes in. */
  boolean keepsRank();

  /** Whether what goes in are indices, which have no gradient. */
  boolean takesIndices();

  /** The tensors that it is given, in order. */
  List<Part> parts();

  List<AttributeSpec> attributes();

  /** The names of both, parts first. */
  default List<String> properties() {
    return Stream.concat(
            parts().stream().map(Part::name), attributes().stream().map(AttributeSpec::name))
        .toList();
  }

  /** What is decided where there is a choice. */
  List<String> conventions();

  /** What it makes on the way: the word after the layer's name, and what it is. */
  Map<String, String> nodes();

  /** An example that runs: the body of a request, as JSON. */
  String example();

  /**
   * The layer itself.
   *
   * @param attributes by name, as plain values; names that it does not know are left alone
   * @param part what stands for a part by its name; null for one that is left out
   * @param complaints told of each attribute that is missing or wrong
   * @return null where there was a complaint
   */
  <T> @Nullable Layer<T> create(
      Map<String, @Nullable Object> attributes,
      Function<String, @Nullable T> part,
      Consumer<Misuse> complaints);
}
