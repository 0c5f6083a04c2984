package dev.letsbackprop.admission;

/** There is no room for a request now, and there will be too late; nothing is wrong with it. */
public final class Overloaded extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final long seconds;

  /**
   * Says when to ask again.
   *
   * @param seconds from now, after which there should be room
   */
  Overloaded(long seconds) {
    super("", null, false, false);
    this.seconds = seconds;
  }

  /** After how many seconds there should be room. */
  public long seconds() {
    return seconds;
  }
}
