package dev.letsbackprop.grading;

import dev.letsbackprop.tensor.Tensor;
import java.util.Map;

/**
 * The same exercise with other numbers, in which fewer mistakes hide.
 *
 * @param seed what the numbers were drawn with
 * @param values the new values of the leaves, by id
 * @param upstream the gradient of the output
 * @param check what becomes of the mistakes with them
 */
public record Variant(
    long seed, Map<String, Tensor> values, Tensor upstream, ExerciseCheck check) {}
