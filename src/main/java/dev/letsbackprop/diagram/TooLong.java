package dev.letsbackprop.diagram;

/** Says that the wires of a picture are longer than they may be. */
public final class TooLong extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final long passages;

  TooLong(long passages) {
    super("", null, false, false);
    this.passages = passages;
  }

  /** How many columns all wires pass. */
  public long passages() {
    return passages;
  }
}
