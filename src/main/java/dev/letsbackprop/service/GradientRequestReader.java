package dev.letsbackprop.service;

import dev.letsbackprop.graph.Node;
import dev.letsbackprop.json.Encoding;
import dev.letsbackprop.json.Fault.Kind;
import dev.letsbackprop.json.Faults;
import dev.letsbackprop.json.JsonReader;
import dev.letsbackprop.json.Pointer;
import dev.letsbackprop.json.ReadLimits;
import dev.letsbackprop.json.Refusal;
import dev.letsbackprop.json.Suggestion;
import dev.letsbackprop.json.Words;
import dev.letsbackprop.model.Limits;
import dev.letsbackprop.model.Model;
import dev.letsbackprop.model.ModelReader;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the body of a request for gradients, strictly, and tells all its faults at once. */
public final class GradientRequestReader {
  private final JsonReader json;
  private final Faults faults;
  private final ModelReader model;
  private final Limits limits;
  private final Map<Pointer, String> wrt = new LinkedHashMap<>();
  private final Set<Include> include = EnumSet.noneOf(Include.class);
  private boolean hasWrt;
  private boolean hasInclude;
  private Encoding encoding = Encoding.NESTED;

  private GradientRequestReader(JsonReader json, Faults faults, Limits limits) {
    this.json = json;
    this.faults = faults;
    this.limits = limits;
    this.model = new ModelReader(json, faults, limits, Pointer.ROOT);
  }

  /**
   * Reads a request.
   *
   * @throws Refusal with every fault that was found
   */
  public static GradientRequest read(byte[] body, ReadLimits readLimits, Limits limits) {
    Faults faults = new Faults();
    return new GradientRequestReader(JsonReader.of(body, readLimits, faults), faults, limits)
        .read();
  }

  private GradientRequest read() {
    json.object(
        "an object with a model",
        model
            .properties()
            .and("wrt", this::wrt)
            .and("include", this::include)
            .and("encoding", this::encoding));
    json.end();
    Model read = model.model();
    wrt.forEach(this::checkKnown);
    List<Node> nodes = read == null ? List.of() : nodes(read);
    faults.throwIfAny();
    if (read == null) {
      throw new IllegalStateException("a model without a fault must have been built");
    }
    Set<Include> included = hasInclude ? include : EnumSet.of(Include.VALUES, Include.GRADIENTS);
    checkSize(nodes, included);
    faults.throwIfAny();
    return new GradientRequest(read, nodes, !hasWrt, included, encoding);
  }

  private void checkKnown(Pointer at, String id) {
    if (!model.ids().isEmpty() && !model.ids().contains(id)) {
      fault(at, () -> "No node " + Words.quote(id) + "." + Suggestion.didYouMean(id, model.ids()));
    }
  }

  /**
   * The answer holds more than the values: what it will be is known before anything is computed.
   */
  private void checkSize(List<Node> nodes, Set<Include> included) {
    long need = 0;
    for (Node node : nodes) {
      long size = node.shape().extent();
      need += included.contains(Include.VALUES) ? size : 0;
      need += included.contains(Include.GRADIENTS) ? size : 0;
      need += included.contains(Include.LOCAL) ? size * node.inputs().size() : 0;
      for (Node input : node.inputs()) {
        need += included.contains(Include.FLOWS) ? input.shape().extent() : 0;
      }
    }
    if (need > limits.answer()) {
      faults.add(
          Kind.LIMIT_EXCEEDED,
          Pointer.ROOT,
          "The limit 'model.answer' is "
              + limits.answer()
              + " elements; with what is to be included the answer has "
              + need
              + ". Ask for fewer nodes in 'wrt', or for less in 'include'.");
    }
  }

  private void wrt() {
    hasWrt = true;
    json.elements(
        "a list of node ids",
        place -> {
          Pointer at = json.pointer();
          String id = json.string("a node's id");
          if (id != null) {
            wrt.put(at, id);
          }
        });
  }

  private void include() {
    hasInclude = true;
    json.elements(
        "a list of " + String.join(", ", words(Include.class)),
        place -> {
          Include chosen = word(Include.class);
          if (chosen != null) {
            include.add(chosen);
          }
        });
  }

  private void encoding() {
    Encoding chosen = word(Encoding.class);
    encoding = chosen == null ? encoding : chosen;
  }

  private static <E extends Enum<E>> List<String> words(Class<E> type) {
    return EnumSet.allOf(type).stream().map(GradientRequestReader::word).toList();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Reads one of the words of an enum; null where it is none of them. */
  private <E extends Enum<E>> @Nullable E word(Class<E> type) {
    Pointer at = json.pointer();
    String expected = "one of " + String.join(", ", words(type));
    String word = json.string(expected);
    if (word == null) {
      return null;
    }
    for (E constant : EnumSet.allOf(type)) {
      if (word(constant).equals(word)) {
        return constant;
      }
    }
    faults.add(
        Kind.INVALID_REQUEST,
        () -> at,
        () ->
            "Expected "
                + expected
                + ", found "
                + Words.quote(word)
                + "."
                + Suggestion.didYouMean(word, words(type)));
    return null;
  }

  private List<Node> nodes(Model read) {
    Map<String, Node> named = read.nodes();
    if (!hasWrt) {
      return List.copyOf(named.values());
    }
    Set<Node> chosen = new HashSet<>();
    wrt.forEach(
        (at, id) -> {
          Node node = named.get(id);
          if (node == null) {
            return;
          }
          if (node.isConstant()) {
            fault(at, () -> Words.quote(id) + " is constant: it has no gradient.");
          } else if (!chosen.add(node)) {
            fault(at, () -> Words.quote(id) + " is named twice.");
          }
        });
    chosen.add(read.graph().output());
    return named.values().stream().filter(chosen::contains).toList();
  }

  /** Tells a fault; its sentence is made only if it is among those that are kept. */
  private void fault(Pointer at, Supplier<String> sentence) {
    faults.add(Kind.INVALID_GRAPH, () -> at, sentence);
  }
}
