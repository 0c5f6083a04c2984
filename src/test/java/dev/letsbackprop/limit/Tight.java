package dev.letsbackprop.limit;

/** Limits small enough to be passed by what a test can write down. */
public final class Tight {
  private Tight() {}

  /** Of models; the tensors that they are worked out by are eight for each of the values. */
  public static Limits model(
      int nodes, int edges, int rank, long elements, long arithmetic, long answer) {
    return Limits.DEFAULT
        .with(Limit.NODES, nodes)
        .with(Limit.EDGES, edges)
        .with(Limit.RANK, rank)
        .with(Limit.ELEMENTS, elements)
        .with(Limit.ALLOCATION, 8 * elements)
        .with(Limit.ARITHMETIC, arithmetic)
        .with(Limit.ANSWER, answer);
  }

  /** Of what is read. */
  public static Limits reading(
      int body,
      int depth,
      int digits,
      int string,
      int name,
      long tokens,
      int rank,
      int elements,
      int attribute) {
    return Limits.DEFAULT
        .with(Limit.BODY, body)
        .with(Limit.BATCH_LINE, body)
        .with(Limit.DEPTH, depth)
        .with(Limit.DIGITS, digits)
        .with(Limit.STRING, string)
        .with(Limit.NAME, name)
        .with(Limit.TOKENS, tokens)
        .with(Limit.TENSOR_RANK, rank)
        .with(Limit.TENSOR_ELEMENTS, elements)
        .with(Limit.ATTRIBUTE, attribute);
  }
}
