package dev.letsbackprop.web;

import dev.letsbackprop.admission.Overloaded;
import dev.letsbackprop.json.JsonWriter;
import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.problem.Problem;
import dev.letsbackprop.problem.ProblemType;
import dev.letsbackprop.service.BatchGrader;
import dev.letsbackprop.service.GradeListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Grades of a whole class, streamed. */
@RestController
class GradeBatchController {
  private static final String NDJSON = "application/x-ndjson";

  /** How many bytes of answers may wait for a client that is still sending. */
  private static final long ROOM = 1 << 20;

  private final Limits limits;
  private final GradeListener listener;

  GradeBatchController(Limits limits, GradeListener listener) {
    this.limits = limits;
    this.listener = listener;
  }

  @PostMapping(path = "/v1/grades/batch", consumes = NDJSON, produces = NDJSON)
  void grade(HttpServletRequest request, HttpServletResponse response) {
    Body.checkEncoding(request.getHeader("Content-Encoding"));
    try {
      Punctual in = new Punctual(request.getInputStream(), limits.of(Limit.BODY_SECONDS));
      BatchPace pace = new BatchPace(AdmissionFilter.ticket(request), limits, in);
      pace.reserve(ROOM);
      BatchGrader batch = begun(in, pace).telling(listener);
      response.setContentType(NDJSON);
      try (Ahead answers = new Ahead(response.getOutputStream(), ROOM)) {
        grade(batch, answers);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whoever is refused is told so without keeping others from their turns. */
  private BatchGrader begun(Punctual in, BatchPace pace) throws IOException {
    boolean isBegun = false;
    try {
      BatchGrader batch = BatchGrader.of(in, limits, pace);
      isBegun = true;
      return batch;
    } finally {
      if (!isBegun) {
        pace.end();
      }
    }
  }

  /** What breaks a batch off after its first answers is told in a line, in place of the summary. */
  private static void grade(BatchGrader batch, OutputStream answers) throws IOException {
    try {
      batch.grade(answers, count -> {});
    } catch (Late late) {
      tell(Problem.of(ProblemType.REQUEST_TIMEOUT, late.sentence(), null), answers);
    } catch (Overloaded overloaded) {
      String sentence = "There is no room for the rest of this batch now; send it again.";
      tell(Problem.of(ProblemType.OVERLOADED, sentence, null), answers);
    }
  }

  private static void tell(Problem problem, OutputStream answers) throws IOException {
    try (JsonWriter json = new JsonWriter(answers)) {
      BatchGrader.writeProblem(null, problem, json);
    }
    answers.write('\n');
  }
}
