package dev.letsbackprop.model;

import dev.letsbackprop.differentiation.Cost;
import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.GraphBuilder;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.json.Fault.Kind;
import dev.letsbackprop.json.Faults;
import dev.letsbackprop.json.Suggestion;
import dev.letsbackprop.json.Words;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.model.DraftNode.DraftInput;
import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.Entry;
import dev.letsbackprop.operation.Misuse;
import dev.letsbackprop.operation.Operation;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns a draft into a graph, and tells every fault that keeps it from being one. */
final class Assembler {
  private final Draft draft;
  private final Faults faults;
  private final Meter meter;
  private final GraphBuilder builder = new GraphBuilder();
  private final Map<String, Node> built = new HashMap<>();

  Assembler(Draft draft, Faults faults, Limits limits) {
    this.draft = draft;
    this.faults = faults;
    this.meter = new Meter(limits);
  }

  /** The graph, or null where there was a fault. */
  @Nullable Graph assemble() {
    int before = faults.count();
    if (meter.isTooLarge(draft, faults)) {
      return null;
    }
    Map<String, Operation> operations = new HashMap<>();
    draft.nodes().values().forEach(node -> check(node, operations));
    String output = output();
    TopologicalOrder order = TopologicalOrder.ofGraph(draft.nodes(), output);
    for (List<String> cycle : order.cycles()) {
      fault(
          place(cycle.get(0)),
          () -> "A cycle: " + path(cycle) + ". A value cannot depend on itself.");
    }
    if (order.cycles().isEmpty()) {
      order.nodes().forEach(node -> append(node, operations));
    }
    Node end = output == null ? null : built.get(output);
    if (end != null && end.isConstant()) {
      fault(
          draft.output() == null ? place(end.toString()) : Site.of(draft.root().child("output")),
          () -> Words.quote(end.toString()) + " is constant: nothing can be differentiated.");
    }
    if (output == null && faults.isEmpty()) {
      askForOutput();
    }
    // A node whose own form was at fault was told of before, and is not built.
    boolean whole = built.size() == draft.nodes().size();
    return faults.count() > before || end == null || !whole
        ? null
        : meter.admitted(builder.build(end), draft.whole(), faults);
  }

  /** What the graph takes, once it is assembled. */
  Cost cost() {
    return meter.cost();
  }

  private static String path(List<String> cycle) {
    int most = 12;
    List<String> shown = cycle.subList(0, Math.min(most, cycle.size()));
    String path = shown.stream().map(Words::quote).collect(Collectors.joining(" → "));
    int more = cycle.size() - shown.size();
    return more == 0 ? path : path + " → … (" + more + " more) → " + Words.quote(cycle.get(0));
  }

  /** The nodes that have names, in the order to report them in. */
  Map<String, Node> named() {
    Map<String, Node> named = new LinkedHashMap<>();
    for (DraftNode node : TopologicalOrder.ofDocument(draft.nodes()).nodes()) {
      named.put(node.id(), Objects.requireNonNull(built.get(node.id())));
    }
    return named;
  }

  private Site place(String id) {
    return Objects.requireNonNull(draft.nodes().get(id)).origin().node();
  }

  /** Tells a fault; its sentence is made only if it is among those that are kept. */
  private void fault(Site at, Supplier<String> sentence) {
    faults.add(Kind.INVALID_GRAPH, at::pointer, () -> at.tell(sentence.get()));
  }

  /** Tells whatever is wrong with a step by itself. */
  private void check(DraftNode node, Map<String, Operation> operations) {
    for (int place = 0; place < node.inputs().size(); place++) {
      String input = node.inputs().get(place).id();
      if (input != null && !draft.nodes().containsKey(input)) {
        fault(node.origin().input(place), () -> unknown(input));
      }
    }
    Operation made = node.made();
    if (made != null) {
      operations.put(node.id(), made);
    }
    String name = node.operation();
    if (name == null) {
      return;
    }
    Entry entry = Catalogue.find(name);
    if (entry == null) {
      fault(
          node.origin().operation(),
          () -> "No operation " + Words.quote(name) + "." + suggestion(name));
      return;
    }
    Operation operation = operation(node, entry);
    if (!entry.takes(node.inputs().size())) {
      fault(
          node.origin().inputs(),
          () ->
              "'"
                  + entry.name()
                  + "' takes "
                  + count(entry)
                  + ", found "
                  + node.inputs().size()
                  + ".");
    } else if (operation != null) {
      operations.put(node.id(), operation);
    }
  }

  private static String count(Entry entry) {
    String inputs = entry.arity() == 1 ? "1 input" : entry.arity() + " inputs";
    return entry.variadic() ? inputs + " or more" : inputs;
  }

  private static String suggestion(String name) {
    String meant = Suggestion.didYouMean(name, Catalogue.names());
    return meant.isEmpty() ? " GET /v1/operations lists them all." : meant;
  }

  private String unknown(String id) {
    String meant = Suggestion.didYouMean(id, draft.nodes().keySet());
    boolean number = id.matches("-?\\d+(\\.\\d+)?([eE]-?\\d+)?");
    return "No node "
        + Words.quote(id)
        + "."
        + (number ? " A number is written without quotes." : meant);
  }

  private @Nullable Operation operation(DraftNode node, Entry entry) {
    if (!node.attributes().isEmpty()) {
      checkNames(node, entry);
    }
    return entry.create(node.attributes(), misuse -> tell(misuse, node));
  }

  private void checkNames(DraftNode node, Entry entry) {
    List<String> known = entry.attributes().stream().map(spec -> spec.name()).toList();
    for (String name : node.attributes().keySet()) {
      if (!known.contains(name)) {
        String expected =
            known.isEmpty() ? " It takes none." : " It takes " + String.join(", ", known) + ".";
        fault(
            node.origin().attribute(name),
            () ->
                "'"
                    + entry.name()
                    + "' has no attribute "
                    + Words.quote(name)
                    + "."
                    + Suggestion.didYouMean(name, known)
                    + expected);
      }
    }
  }

  private void tell(Misuse misuse, DraftNode node) {
    String attribute = misuse.attribute();
    fault(
        attribute != null && node.attributes().containsKey(attribute)
            ? node.origin().attribute(attribute)
            : node.origin().node(),
        () -> misuse.sentence() + more(attribute, node));
  }

  /** What helps to mend it: the word that was meant, or which inputs have which shapes. */
  private String more(@Nullable String attribute, DraftNode node) {
    Entry entry = Catalogue.find(String.valueOf(node.operation()));
    if (attribute != null) {
      return node.attributes().get(attribute) instanceof String word && entry != null
          ? Suggestion.didYouMean(word, entry.choices(attribute))
          : "";
    }
    List<String> told = new ArrayList<>();
    for (DraftInput input : node.inputs()) {
      Node at = input.id() == null ? null : built.get(input.id());
      if (at != null && told.size() < 4) {
        told.add(Words.quote(at.toString()) + " is " + at.shape());
      }
    }
    return told.size() < 2 ? "" : " Here " + String.join(" and ", told) + ".";
  }

  /** The output's id: the one asked for, or the only node that nothing consumes; else null. */
  private @Nullable String output() {
    String asked = draft.output();
    if (asked != null) {
      if (!draft.nodes().containsKey(asked)) {
        fault(Site.of(draft.root().child("output")), () -> unknown(asked));
        return null;
      }
      return asked;
    }
    List<String> ends = TopologicalOrder.Ends.of(draft.nodes());
    return draft.outputFlawed() || ends.size() != 1 ? null : ends.get(0);
  }

  /** Told only where nothing else is: a misspelt input leaves a node that nothing consumes, too. */
  private void askForOutput() {
    List<String> ends = TopologicalOrder.Ends.of(draft.nodes());
    fault(
        Site.of(draft.root()),
        () -> "Which node is the output? " + candidates(ends) + " Name one in 'output'.");
  }

  private String candidates(List<String> ends) {
    if (draft.nodes().isEmpty()) {
      return "There are no nodes.";
    }
    if (ends.isEmpty()) {
      return "Every node is consumed by another.";
    }
    String names = ends.stream().limit(10).map(Words::quote).collect(Collectors.joining(", "));
    return "Nothing consumes "
        + names
        + (ends.size() > 10 ? " and " + (ends.size() - 10) + " more." : ".");
  }

  /** Appends a node whose inputs are built; one that depends on a fault is passed over. */
  private void append(DraftNode draftNode, Map<String, Operation> operations) {
    Tensor value = draftNode.value();
    if (value != null) {
      admit(draftNode, builder.leaf(draftNode.id(), value, draftNode.constant()));
      return;
    }
    Operation operation = operations.get(draftNode.id());
    List<Node> inputs = new ArrayList<>(draftNode.inputs().size());
    for (DraftInput input : draftNode.inputs()) {
      Node node =
          input.id() == null
              ? builder.constant(Tensor.scalar(input.number()))
              : built.get(input.id());
      if (node == null) {
        return;
      }
      inputs.add(node);
    }
    if (operation == null) {
      return;
    }
    try {
      admit(draftNode, builder.step(draftNode.id(), operation, inputs));
    } catch (Misuse misuse) {
      tell(misuse, draftNode);
    }
  }

  /**
   * Takes a node in, if it is within the limits; what depends on one that is not is passed over.
   */
  private void admit(DraftNode draftNode, Node node) {
    Meter.Refused refused = meter.refusal(node);
    if (refused != null) {
      Site at = draftNode.origin().node();
      faults.exceeded(refused.limit(), at.pointer(), at.tell(refused.sentence()));
    } else if (meter.within()) {
      built.put(draftNode.id(), node);
    }
  }
}
