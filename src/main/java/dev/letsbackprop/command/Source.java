package dev.letsbackprop.command;

import dev.letsbackprop.json.Fault;
import dev.letsbackprop.json.Refusal;
import dev.letsbackprop.json.Words;
import dev.letsbackprop.limit.Limit;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
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
    try (Stream stream = open(streams)) {
      int most = streams.limits().count(Limit.BODY);
      byte[] bytes = stream.readNBytes(most);
      if (bytes.length == most && stream.read() >= 0) {
        throw Refusal.of(
            new Fault(
                Fault.Kind.BODY_TOO_LARGE,
                "",
                "The body is over " + most + " bytes, the most that is read."));
      }
      return bytes;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * The beginning of it.
   *
   * @throws Failure where it cannot be read, now or later
   */
  Stream open(Streams streams) {
    if (isStandardInput()) {
      if (streams.terminal()) {
        streams.err().println("Reading standard input; Ctrl-D ends it.");
      }
      return new Stream(streams.in());
    }
    try {
      Path path = Path.of(name);
      if (Files.isDirectory(path)) {
        throw unreadable(Words.quote(name) + " is a folder; expected a file.");
      }
      return new Stream(new FileInputStream(path.toFile()));
    } catch (InvalidPathException e) {
      throw unreadable(
          Words.quote(name)
              + " cannot be a file's name in this locale; set LC_ALL=C.UTF-8, or send it through"
              + " standard input.");
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** What it is that a file could not be read. */
  Failure unreadable(IOException e) {
    String quoted = Words.quote(name);
    if (isStandardInput()) {
      return unreadable("Standard input cannot be read: " + e.getMessage() + ".");
    }
    Path path = Path.of(name);
    if (Files.notExists(path)) {
      return unreadable("No file " + quoted + ".");
    }
    return unreadable(
        Files.isReadable(path)
            ? quoted + " cannot be read: " + e.getMessage() + "."
            : quoted + " may not be read: permission denied.");
  }

  private static Failure unreadable(String sentence) {
    return Failure.of(UNREADABLE, sentence);
  }

  /** The bytes of a source, counted, whose failures say what they are. */
  final class Stream extends InputStream {
    private final InputStream from;
    private long count;

    private Stream(InputStream from) {
      this.from = from;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      try {
        int read = from.read(target, offset, length);
        count += Math.max(0, read);
        return read;
      } catch (IOException e) {
        throw unreadable(e);
      }
    }

    @Override
    public int available() throws IOException {
      return from.available();
    }

    /** How many bytes were read. */
    long count() {
      return count;
    }

    /** How many there are; 0 where that is not known. */
    long size() {
      try {
        return from instanceof FileInputStream file ? file.getChannel().size() : 0;
      } catch (IOException e) {
        return 0;
      }
    }

    @Override
    public void close() throws IOException {
      if (!isStandardInput()) {
        from.close();
      }
    }
  }
}
