package dev.letsbackprop.web;

/** A body did not arrive in time. */
final class Late extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final long seconds;

  /**
   * Says how long was waited for.
   *
   * @param seconds the time that there was
   */
  Late(long seconds) {
    super("", null, false, false);
    this.seconds = seconds;
  }

  String sentence() {
    return "The body did not arrive within " + seconds + " seconds.";
  }
}
