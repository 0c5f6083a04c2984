package dev.letsbackprop.layer;

/**
 * One layer: what comes out of it, made of operations from what goes in.
 *
 * <p>An implementation is a record that carries {@link Described}; its components are the layer's
 * parameters, its data and its attributes. It is generic in what it computes with, as the rules of
 * operations are.
 *
 * @param <T> what stands for a tensor
 */
public sealed interface Layer<T>
    permits Dense, Regularisation, Planar, Recurrent, Attentive, Applied {

  /**
   * What comes out of it.
   *
   * @param x what goes in, of a shape that its {@link Template} has accepted
   * @throws dev.letsbackprop.operation.Misuse where the shapes or attributes do not fit together
   */
  T wire(Wiring<T> on, T x);
}
