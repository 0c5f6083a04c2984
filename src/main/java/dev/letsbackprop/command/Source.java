package dev.letsbackprop.command;

import dev.letsbackprop.json.Fault;
import dev.letsbackprop.json.ReadLimits;
import dev.letsbackprop.json.Refusal;
import dev.letsbackprop.json.Words;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * What a command reads: a file, or standard input for {@value #STANDARD_INPUT}.
 *
 * @param name as it was typed
 */
record Source(String name) {
  static final String STANDARD_INPUT = "-";

  private static final String UNREADABLE = "The input cannot be read";

  boolean isStandardInput() {
    return name.equals(STANDARD_INPUT);
  }

  /** What a sentence about it begins with. */
  String prefix() {
    return isStandardInput() ? "" : Words.visible(name) + ": ";
  }

  /**
   * All of it.
   *
   * @throws Refusal where there is more than the service reads
   * @throws Failure where it cannot be read
   */
  byte[] read(Streams streams) {
    if (isStandardInput()) {
      if (streams.terminal()) {
        streams.err().println("Reading standard input; Ctrl-D ends it.");
      }
      try {
        return within(streams.in());
      } catch (IOException e) {
        throw unreadable("Standard input cannot be read: " + e.getMessage() + ".");
      }
    }
    return file();
  }

  private byte[] file() {
    String quoted = Words.quote(name);
    try {
      Path path = Path.of(name);
      if (Files.isDirectory(path)) {
        throw unreadable(quoted + " is a folder; expected a file.");
      }
      try (InputStream stream = Files.newInputStream(path)) {
        return within(stream);
      }
    } catch (NoSuchFileException e) {
      throw unreadable("No file " + quoted + ".");
    } catch (AccessDeniedException e) {
      throw unreadable(quoted + " may not be read: permission denied.");
    } catch (InvalidPathException e) {
      throw unreadable(
          quoted
              + " cannot be a file's name in this locale; set LC_ALL=C.UTF-8, or send it through"
              + " standard input.");
    } catch (IOException e) {
      throw unreadable(quoted + " cannot be read: " + e.getMessage() + ".");
    }
  }

  private static Failure unreadable(String sentence) {
    return Failure.of(UNREADABLE, sentence);
  }

  private static byte[] within(InputStream stream) throws IOException {
    int most = ReadLimits.DEFAULT.bodyBytes();
    byte[] bytes = stream.readNBytes(most);
    if (bytes.length == most && stream.read() >= 0) {
      throw Refusal.of(
          new Fault(
              Fault.Kind.BODY_TOO_LARGE,
              "",
              "The body is over " + most + " bytes, the most that is read."));
    }
    return bytes;
  }
}
