package dev.letsbackprop.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What one command did. */
public record Run(int status, String out, String err) {

  /** Runs a command in this process. */
  public static Run of(String input, String... arguments) {
    return of(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), arguments);
  }

  static Run of(InputStream input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Run run = into(out, input, arguments);
    return new Run(run.status(), out.toString(StandardCharsets.UTF_8), run.err());
  }

  /** Runs a command that writes its answer there. */
  static Run into(OutputStream out, InputStream input, String... arguments) {
    return into(out, input, false, arguments);
  }

  /** The same with somebody who watches standard error. */
  static Run into(OutputStream out, InputStream input, boolean watched, String... arguments) {
    return into(out, input, watched, Map.of(), arguments);
  }

  /** The same with variables of the environment. */
  static Run into(
      OutputStream out,
      InputStream input,
      boolean watched,
      Map<String, String> environment,
      String... arguments) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            input,
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            () -> watched,
            environment);
    int status = Commands.run(arguments, streams);
    return new Run(status, "", err.toString(StandardCharsets.UTF_8));
  }

  /** The lines on standard error. */
  List<String> complaints() {
    return err.lines().toList();
  }
}
