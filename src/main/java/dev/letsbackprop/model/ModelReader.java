package dev.letsbackprop.model;

import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.json.Fault.Kind;
import dev.letsbackprop.json.Faults;
import dev.letsbackprop.json.JsonReader;
import dev.letsbackprop.json.Pointer;
import dev.letsbackprop.json.Properties;
import dev.letsbackprop.json.Words;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a model among the properties of a request, and makes it a graph once all is read.
 *
 * <p>Properties may come in any order, so nothing is known of the whole before the end.
 */
public final class ModelReader {
  private final JsonReader json;
  private final Faults faults;
  private final Limits limits;
  private final Pointer root;
  private final FormulaReader formula;
  private final StackReader stack;
  private @Nullable Map<String, DraftNode> nodes;
  private @Nullable String output;
  private boolean outputFlawed;
  private @Nullable Pointer upstreamPlace;
  private @Nullable Tensor upstream;
  private Set<String> ids = Set.of();
  private boolean onesUnlessGiven;

  /** A reader of the model whose properties stand in the object at {@code root}. */
  public ModelReader(JsonReader json, Faults faults, Limits limits, Pointer root) {
    this.json = json;
    this.faults = faults;
    this.limits = limits;
    this.root = root;
    this.formula = new FormulaReader(json, faults, limits);
    this.stack = new StackReader(json, faults, limits);
  }

  /** The properties that make a model; an endpoint adds its own. */
  public Properties properties() {
    return Properties.of("nodes", () -> nodes = new ExpressionReader(json, faults, limits).read())
        .and("formula", formula::formula)
        .and("values", formula::values)
        .and("input", stack::input)
        .and("layers", stack::layers)
        .and("output", this::output)
        .and("upstream", this::upstream);
  }

  /** An upstream that is left out shall be 1 everywhere, whatever shape the output has. */
  public void takeOnesUnlessGiven() {
    onesUnlessGiven = true;
  }

  private void output() {
    output = json.string("the id of a node");
    outputFlawed = output == null;
  }

  private void upstream() {
    upstreamPlace = json.pointer();
    upstream = json.tensor("a tensor of the output's shape");
  }

  /** The model, or null where there was a fault. */
  public @Nullable Model model() {
    Draft draft = draft();
    if (draft == null) {
      return null;
    }
    ids = draft.nodes().keySet();
    Assembler assembler = new Assembler(draft, faults, limits);
    Graph graph = assembler.assemble();
    Tensor seed = graph == null ? null : seed(graph.output(), draft.oneRow());
    return graph == null || seed == null
        ? null
        : new Model(graph, seed, assembler.named(), assembler.cost(), draft::fault);
  }

  /** The ids of all nodes, also where there was a fault, once {@link #model} was asked for. */
  public Set<String> ids() {
    return ids;
  }

  /** The model as it was written, in whichever spelling; null where none can be read. */
  private @Nullable Draft draft() {
    Map<String, Pointer> spellings = spellings();
    if (spellings.size() > 1) {
      String all = String.join("' and '", spellings.keySet());
      fault(
          List.copyOf(spellings.values()).get(spellings.size() - 1),
          "A model has 'nodes', 'layers' or 'formula', and only one of them: found '" + all + "'.");
      return null;
    }
    Pointer valuesAt = formula.valuesAt();
    if (valuesAt != null && formula.at() == null) {
      fault(valuesAt, "Only a model with 'formula' has 'values'.");
    }
    Pointer inputAt = stack.inputAt();
    if (inputAt != null && stack.at() == null) {
      fault(inputAt, "Only a model with 'layers' has 'input'.");
    }
    if (formula.at() != null) {
      return formula.draft(output, outputFlawed, root);
    }
    if (stack.at() != null) {
      return stack.draft(output, outputFlawed, root);
    }
    if (nodes == null) {
      if (faults.isEmpty()) {
        fault(
            root,
            "A model needs 'nodes', an object of nodes by id, 'layers' with their 'input', or"
                + " 'formula', a text.");
      }
      return null;
    }
    return new Draft(nodes, output, outputFlawed, root, root.child("nodes"), false);
  }

  /** The spellings that are there, and where. */
  private Map<String, Pointer> spellings() {
    Map<String, Pointer> spellings = new LinkedHashMap<>();
    Pointer layersAt = stack.at();
    Pointer formulaAt = formula.at();
    if (nodes != null) {
      spellings.put("nodes", root.child("nodes"));
    }
    if (layersAt != null) {
      spellings.put("layers", layersAt);
    }
    if (formulaAt != null) {
      spellings.put("formula", formulaAt);
    }
    return spellings;
  }

  private void fault(Pointer at, String sentence) {
    faults.add(Kind.INVALID_REQUEST, at, sentence);
  }

  private static String example(Shape shape) {
    return shape.rank() == 1 && shape.side(0) > 0 && shape.side(0) <= 8
        ? "a tensor of that shape, such as " + Collections.nCopies(shape.side(0), 1)
        : "a tensor of that shape, such as {\"shape\": " + shape + ", \"data\": […]}";
  }

  private @Nullable Tensor seed(Node end, boolean oneRow) {
    Shape shape = end.shape();
    if (upstreamPlace == null) {
      if (shape.rank() == 0 || onesUnlessGiven) {
        return Tensor.filled(shape, 1);
      }
      faults.add(
          Kind.INVALID_GRAPH,
          root,
          "The output "
              + Words.quote(end.toString())
              + " has shape "
              + shape
              + ", so 'upstream' must say dL/d(output): "
              + example(shape)
              + ". Or let a 'sum' or 'mean' of it be the output.");
      return null;
    }
    if (oneRow && upstream != null && shape.equals(upstream.shape().asRow())) {
      return upstream.reshape(shape);
    }
    if (upstream != null && !upstream.shape().equals(shape)) {
      faults.add(
          Kind.INVALID_GRAPH,
          upstreamPlace,
          "The output "
              + Words.quote(end.toString())
              + " has shape "
              + shape
              + ", but 'upstream' has shape "
              + upstream.shape()
              + ".");
      return null;
    }
    return upstream;
  }
}
