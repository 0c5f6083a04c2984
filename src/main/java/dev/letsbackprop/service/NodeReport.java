package dev.letsbackprop.service;

import dev.letsbackprop.derivation.Derivations;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report says of one node.
 *
 * @param value its value; null where values are not included
 * @param gradient dL/dnode; null where gradients are not included, and for constants
 * @param flows what it sends back to each input, null for a constant one; null where not included
 * @param local its local derivative towards each input, of the shape of its value, null for a
 *     constant one; null where not included, and for what does not act on each element
 * @param derivations what knows how it is all derived; null where not included
 */
public record NodeReport(
    Node node,
    @Nullable Tensor value,
    @Nullable Tensor gradient,
    @Nullable List<@Nullable Tensor> flows,
    @Nullable List<@Nullable Tensor> local,
    @Nullable Derivations derivations) {}
