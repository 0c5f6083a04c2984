package dev.letsbackprop.diagram;

import dev.letsbackprop.diagram.Diagram.Edge;
import dev.letsbackprop.diagram.layout.Item;
import dev.letsbackprop.diagram.layout.Layers;
import dev.letsbackprop.diagram.layout.Network;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The boxes of a diagram, and where they stand.
 *
 * <p>A layer of nodes is a column; a column before it has what belongs to their inputs: what each
 * branch of a fork carries, and unnamed constants. All branches of a fork run as one wire as far as
 * they can.
 */
final class Scene {
  private static final double LITERAL = 11;
  private static final double MARK = 22;

  private final Diagram diagram;
  private final Network network;
  private final List<Body> bodies = new ArrayList<>();
  private final List<Plate> plates = new ArrayList<>();
  private final int[] columns;
  private final double[] bodyWidths;
  private final double[] plateWidths;
  private final Item[] nodes;
  private final List<List<Item>> wires = new ArrayList<>();
  private final Map<Edge, List<Item>> edges = new HashMap<>();
  private final Map<Edge, Plate> branches = new HashMap<>();
  private @Nullable Item end;

  /**
   * Lays a diagram out.
   *
   * @param most the most places where wires may pass columns
   * @throws TooLong where there would be more
   */
  Scene(Diagram diagram, long most) {
    this.diagram = diagram;
    for (int node = 0; node < diagram.size(); node++) {
      bodies.add(Body.of(diagram, node));
      plates.add(new Plate(diagram.value(node), diagram.gradient(node)));
    }
    SortedSet<Integer> used = new TreeSet<>();
    this.columns = columns(used);
    long passages = 0;
    for (int node = 0; node < columns.length; node++) {
      passages += last(node) - columns[node];
    }
    if (passages > most) {
      throw new TooLong(passages);
    }
    this.network = new Network(used.size());
    this.bodyWidths = new double[used.size()];
    this.plateWidths = new double[used.size()];
    for (int node = 0; node < columns.length; node++) {
      int column = columns[node];
      bodyWidths[column] = Math.max(bodyWidths[column], bodies.get(node).width());
      plateWidths[column] = Math.max(plateWidths[column], plates.get(node).width() + 16);
    }
    this.nodes = new Item[columns.length];
    for (int node = 0; node < columns.length; node++) {
      nodes[node] = box(node);
    }
    for (int node = 0; node < columns.length; node++) {
      wires.add(wire(node));
    }
    connect();
    network.arrange();
  }

  /** The column of each node; a column that nothing would stand in is left out. */
  private int[] columns(SortedSet<Integer> used) {
    List<int[]> inputs = new ArrayList<>();
    for (int node = 0; node < diagram.size(); node++) {
      List<Integer> places = new ArrayList<>();
      for (int input = 0; input < diagram.node(node).inputs().size(); input++) {
        Integer place = diagram.input(new Edge(node, input));
        if (place != null) {
          places.add(place);
        }
      }
      inputs.add(places.stream().mapToInt(Integer::intValue).toArray());
    }
    int[] layers = Layers.of(inputs);
    for (int node = 0; node < layers.length; node++) {
      used.add(2 * layers[node] + 1);
      for (int input = 0; input < diagram.node(node).inputs().size(); input++) {
        Integer place = diagram.input(new Edge(node, input));
        if (place == null || diagram.isFork(place)) {
          used.add(2 * layers[node]);
        }
      }
    }
    used.add(2 * layers[diagram.output()] + 2);
    Map<Integer, Integer> dense = new HashMap<>();
    used.forEach(column -> dense.put(column, dense.size()));
    int[] columns = new int[layers.length];
    for (int node = 0; node < columns.length; node++) {
      columns[node] = Objects.requireNonNull(dense.get(2 * layers[node] + 1));
    }
    return columns;
  }

  private Item box(int node) {
    Body body = bodies.get(node);
    Plate plate = plates.get(node);
    int column = columns[node];
    return network.box(
        column,
        bodyWidths[column] + plateWidths[column],
        Math.max(body.above(), plate.above()),
        Math.max(body.below(), plate.below()));
  }

  /** The last column that a node's wire passes as one. */
  private int last(int node) {
    int last = columns[node];
    int before = diagram.isFork(node) ? 2 : 1;
    for (Edge edge : diagram.consumers(node)) {
      last = Math.max(last, columns[edge.node()] - before);
    }
    return last;
  }

  /** The node, and the places where its wire passes columns, up to the last that needs it. */
  private List<Item> wire(int node) {
    List<Item> wire = new ArrayList<>(List.of(nodes[node]));
    for (int column = columns[node] + 1; column <= last(node); column++) {
      Item passage = network.passage(column);
      network.connect(wire.get(wire.size() - 1), passage, 0);
      wire.add(passage);
    }
    return wire;
  }

  private void connect() {
    for (int node = 0; node < columns.length; node++) {
      Body body = bodies.get(node);
      for (int input = 0; input < body.inputs(); input++) {
        Edge edge = new Edge(node, input);
        Item from = origin(edge);
        edges.put(edge, List.of(from, nodes[node]));
        if (from.column() < columns[node] - 1) {
          Item branch = branch(edge);
          network.connect(from, branch, 0);
          edges.put(edge, List.of(from, branch, nodes[node]));
          from = branch;
        }
        network.connect(from, nodes[node], body.port(input));
      }
    }
    int output = diagram.output();
    Plate plate = beyond();
    end =
        network.box(
            columns[output] + 1,
            MARK + plate.width() + (plate.width() > 0 ? 8 : 0),
            Math.max(10, plate.above()),
            Math.max(10, plate.below()));
    network.connect(nodes[output], end, 0);
  }

  /** Where an edge begins: a constant, or a place on the wire of its input. */
  private Item origin(Edge edge) {
    Integer input = diagram.input(edge);
    if (input == null) {
      double width = Lettering.width(diagram.literal(edge), LITERAL) + 4;
      return network.box(columns[edge.node()] - 1, width, 8, 8);
    }
    int before = diagram.isFork(input) ? 2 : 1;
    return wires.get(input).get(columns[edge.node()] - before - columns[input]);
  }

  private Item branch(Edge edge) {
    Integer input = Objects.requireNonNull(diagram.input(edge));
    Plate plate = new Plate(diagram.value(input), diagram.flow(edge));
    branches.put(edge, plate);
    return network.box(columns[edge.node()] - 1, plate.width() + 12, plate.above(), plate.below());
  }

  /** What stands on the wire between the output and what comes after it, if it is a branch. */
  Plate beyond() {
    int output = diagram.output();
    return diagram.isFork(output)
        ? new Plate(diagram.value(output), diagram.upstream())
        : new Plate(null, null);
  }

  Network network() {
    return network;
  }

  Body body(int node) {
    return bodies.get(node);
  }

  Plate plate(int node) {
    return plates.get(node);
  }

  Item node(int node) {
    return nodes[node];
  }

  /** The middle of a node's circle or box. */
  double bodyMiddle(int node) {
    int column = columns[node];
    return network.left(column) + bodyWidths[column] / 2;
  }

  double plateMiddle(int node) {
    int column = columns[node];
    return network.left(column) + bodyWidths[column] + plateWidths[column] / 2;
  }

  List<Item> wire(Integer node) {
    return wires.get(node);
  }

  List<Item> edge(Edge edge) {
    return Objects.requireNonNull(edges.get(edge));
  }

  /** What stands on a branch; null where an edge is none. */
  @Nullable Plate branchPlate(Edge edge) {
    return branches.get(edge);
  }

  Item end() {
    return Objects.requireNonNull(end);
  }
}
