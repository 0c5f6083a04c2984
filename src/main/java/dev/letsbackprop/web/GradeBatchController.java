package dev.letsbackprop.web;

import dev.letsbackprop.json.ReadLimits;
import dev.letsbackprop.model.Limits;
import dev.letsbackprop.service.BatchGrader;
import dev.letsbackprop.service.GradeListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Grades of a whole class, streamed. */
@RestController
class GradeBatchController {
  private static final String NDJSON = "application/x-ndjson";

  /** How many bytes of answers may wait for a client that is still sending. */
  private static final long ROOM = 1 << 22;

  private final GradeListener listener;

  GradeBatchController(GradeListener listener) {
    this.listener = listener;
  }

  @PostMapping(path = "/v1/grades/batch", consumes = NDJSON, produces = NDJSON)
  void grade(HttpServletRequest request, HttpServletResponse response) {
    try {
      BatchGrader batch =
          BatchGrader.of(request.getInputStream(), ReadLimits.DEFAULT, Limits.DEFAULT)
              .telling(listener);
      response.setContentType(NDJSON);
      try (Ahead answers = new Ahead(response.getOutputStream(), ROOM)) {
        batch.grade(answers, count -> {});
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
