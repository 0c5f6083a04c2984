package dev.letsbackprop.command;

import dev.letsbackprop.limit.Limits;
import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Where a command reads and writes, in UTF-8 whatever the locale.
 *
 * @param terminal whether a person sits at both {@code in} and {@code out}
 * @param watched whether a person watches {@code err}
 * @param environment the variables that are set
 */
public record Streams(
    InputStream in,
    OutputStream out,
    PrintStream err,
    boolean terminal,
    BooleanSupplier watched,
    Map<String, String> environment) {

  /** Those of this process: its own descriptors, since {@code System.out} hides every failure. */
  @SuppressWarnings("SystemConsoleNull") // Since 22 it is null in fewer cases, and in some still.
  public static Streams ofProcess() {
    Console console = System.console();
    return new Streams(
        new FileInputStream(FileDescriptor.in),
        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        console != null && console.isTerminal(),
        Streams::isErrWatched,
        System.getenv());
  }

  /**
   * The limits that the environment sets.
   *
   * @throws Failure where it sets one that is none
   */
  Limits limits() {
    return EnvironmentLimits.of(environment);
  }

  /** Java knows of a terminal only where input and output are one; a shell knows of each. */
  private static boolean isErrWatched() {
    try {
      return new ProcessBuilder("test", "-t", "2")
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
