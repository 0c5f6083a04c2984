package dev.letsbackprop.service;

import dev.letsbackprop.graph.Node;
import dev.letsbackprop.json.Encoding;
import dev.letsbackprop.model.Model;
import java.util.List;
import java.util.Set;

/**
 * A request for gradients that is in order.
 *
 * @param nodes the nodes to report, in order
 * @param everything whether these are all nodes that have names
 */
public record GradientRequest(
    Model model, List<Node> nodes, boolean everything, Set<Include> include, Encoding encoding) {}
