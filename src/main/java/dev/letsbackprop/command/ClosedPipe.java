package dev.letsbackprop.command;

import java.io.IOException;
import java.util.Locale;

/** The reader of the answer has gone, as {@code head} goes: nobody is left to tell. */
final class ClosedPipe extends RuntimeException {
  private ClosedPipe() {
    super("", null, false, false);
  }

  /** What it is that an answer could not be written. */
  static RuntimeException or(IOException e) {
    String reason = String.valueOf(e.getMessage());
    // The system's own sentence, in its language; the word stands in it in all that were seen.
    return reason.toLowerCase(Locale.ROOT).contains("pipe")
        ? new ClosedPipe()
        : Failure.of(
            "The answer cannot be written", "The answer cannot be written: " + reason + ".");
  }
}
