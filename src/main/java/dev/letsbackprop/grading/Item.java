package dev.letsbackprop.grading;

import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One claim and what became of it. What the assignment does not reveal is null.
 *
 * @param node the node's id, or what was written for one
 * @param wrongEntries the indices of the entries that are wrong, where entries earn points
 */
public record Item(
    String node,
    Quantity quantity,
    Verdict verdict,
    double points,
    double maxPoints,
    @Nullable Tensor claimed,
    @Nullable Tensor expected,
    @Nullable List<int[]> wrongEntries,
    @Nullable Naming misconception,
    @Nullable String feedback) {}
