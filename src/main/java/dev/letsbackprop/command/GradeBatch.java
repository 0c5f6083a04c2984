package dev.letsbackprop.command;

import dev.letsbackprop.json.Refusal;
import dev.letsbackprop.service.BatchGrader;
import dev.letsbackprop.service.Pace;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.LongConsumer;

/** Grades a class from a stream, a line in and a line out, as the service's batch does. */
final class GradeBatch {
  private static final String PATH = "/v1/grades/batch";

  private GradeBatch() {}

  /**
   * Grades all of it.
   *
   * @throws Failure where the assignment, its first line, is refused; a later line that cannot be
   *     graded has its answer like all others
   */
  static void run(Source source, Streams streams) {
    try (Source.Stream in = source.open(streams)) {
      BatchGrader batch;
      try {
        batch = BatchGrader.of(in, streams.limits(), Pace.FREE);
      } catch (Refusal refusal) {
        throw Failure.of(refusal, source, PATH);
      }
      Answer answers = out -> batch.grade(out, flushing(out, in));
      if (!streams.watched().getAsBoolean()) {
        answers.write(streams);
        return;
      }
      Progress progress = new Progress(streams.err(), in::count, in.size(), System::nanoTime);
      Answer watched = out -> batch.grade(out, flushing(out, in).andThen(progress::tell));
      try {
        watched.write(streams);
      } finally {
        progress.end();
      }
    } catch (IOException e) {
      throw source.unreadable(e);
    }
  }

  /** Whoever waits for an answer before sending the next line shall not wait for ever. */
  private static LongConsumer flushing(OutputStream out, InputStream in) {
    return count -> {
      try {
        if (in.available() == 0) {
          out.flush();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }
}
