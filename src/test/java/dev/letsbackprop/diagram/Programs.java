package dev.letsbackprop.diagram;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

/** The programs of others that read what we write. */
public final class Programs {
  private Programs() {}

  /** Whether a program is here; in continuous integration it must be. */
  public static boolean has(String program, String argument) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(program, argument).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException absent) {
      assertTrue(System.getenv("CI") == null, () -> program + " is missing");
      return false;
    }
  }
}
