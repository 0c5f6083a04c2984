package dev.letsbackprop.command;

import dev.letsbackprop.json.Document;
import dev.letsbackprop.json.JsonWriter;
import dev.letsbackprop.json.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What the service would answer; the command line writes it with the end of a line behind it. */
interface Answer {

  /** What makes an answer of a body. */
  interface Job {
    /**
     * The answer.
     *
     * @throws Refusal where the body is refused
     */
    Answer answer(byte[] body);
  }

  void write(OutputStream out) throws IOException;

  static Answer of(Document document) {
    return out -> {
      try (JsonWriter json = new JsonWriter(out)) {
        document.write(json);
      }
      out.write('\n');
    };
  }

  /** A text that ends its last line itself. */
  static Answer of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A text, whose last line is ended where it does not do that itself. */
  static Answer of(byte[] text) {
    return out -> {
      out.write(text);
      if (text.length == 0 || text[text.length - 1] != '\n') {
        out.write('\n');
      }
    };
  }

  /**
   * Does a job as the service does it at a path.
   *
   * @throws Failure where there is a problem
   * @throws ClosedPipe where nobody reads the answer
   */
  static void write(Job job, Source source, String path, Streams streams) {
    Answer answer;
    try {
      answer = job.answer(source.read(streams));
    } catch (Refusal refusal) {
      throw Failure.of(refusal, source, path);
    }
    answer.write(streams);
  }

  /**
   * Writes all of it.
   *
   * @throws ClosedPipe where nobody reads it
   */
  default void write(Streams streams) {
    try {
      write(streams.out());
      streams.out().flush();
    } catch (UncheckedIOException e) {
      throw ClosedPipe.or(Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw ClosedPipe.or(e);
    }
  }
}
