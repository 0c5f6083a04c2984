package dev.letsbackprop.grading;

import dev.letsbackprop.tensor.Tensor;

/**
 * What would be claimed after a mistake.
 *
 * @param scale how large the numbers are that were added up to it: where they cancel, what was
 *     rounded before counts for more
 */
record Predicted(Tensor numbers, double scale) {}
