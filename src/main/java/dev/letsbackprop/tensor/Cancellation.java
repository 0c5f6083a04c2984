package dev.letsbackprop.tensor;

/**
 * Lets long work be stopped: whoever wants it to end interrupts its thread, and it looks every so
 * often, at the price of reading a flag.
 */
public final class Cancellation {
  private Cancellation() {}

  /**
   * Goes on, unless the current thread was interrupted.
   *
   * @throws Cancelled where it was; it stays interrupted
   */
  public static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new Cancelled();
    }
  }

  /** Work was stopped before its end. */
  public static final class Cancelled extends RuntimeException {
    private static final long serialVersionUID = 1;

    Cancelled() {
      super("", null, false, false);
    }
  }
}
