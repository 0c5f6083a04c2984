/** Tensors of any rank in float64: an immutable value, its shape, and the kernels that compute. */
@NullMarked
package dev.letsbackprop.tensor;

import org.jspecify.annotations.NullMarked;
