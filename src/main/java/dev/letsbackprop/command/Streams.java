package dev.letsbackprop.command;

import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command reads and writes, in UTF-8 whatever the locale.
 *
 * @param terminal whether a person sits at both {@code in} and {@code out}
 */
public record Streams(InputStream in, OutputStream out, PrintStream err, boolean terminal) {

  /** Those of this process: its own descriptors, since {@code System.out} hides every failure. */
  @SuppressWarnings("SystemConsoleNull") // Since 22 it is null in fewer cases, and in some still.
  public static Streams ofProcess() {
    Console console = System.console();
    return new Streams(
        new FileInputStream(FileDescriptor.in),
        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        console != null && console.isTerminal());
  }
}
