package dev.letsbackprop.model;

import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.tensor.Tensor;
import java.util.Map;

/**
 * A model that is in order.
 *
 * @param graph the graph, in an order that does not depend on how it was written down
 * @param seed dL/d(output), of the output's shape
 * @param nodes the nodes by id, as they were written, but each after its inputs
 */
public record Model(Graph graph, Tensor seed, Map<String, Node> nodes) {}
