package dev.letsbackprop.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.letsbackprop.service.BatchGrader;
import dev.letsbackprop.service.ExerciseCheckRequest;
import dev.letsbackprop.service.ExerciseCheckService;
import dev.letsbackprop.service.GradeRequest;
import dev.letsbackprop.service.GradeService;
import dev.letsbackprop.service.Pace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** Whatever is claimed, of whatever exercise: it is refused with a sentence, or graded, alike. */
class GradeFuzzTest {
  @FuzzTest(maxDuration = "60s")
  void grade(byte[] body) {
    Small.refusable(
        () -> {
          GradeService grades = new GradeService();
          byte[] answer = Small.written(grades.grade(GradeRequest.read(body, Small.LIMITS)));
          byte[] again = Small.written(grades.grade(GradeRequest.read(body, Small.LIMITS)));
          if (!Arrays.equals(answer, again)) {
            throw new AssertionError("the same request got other bytes");
          }
        });
    Small.refusable(
        () ->
            Small.write(
                new ExerciseCheckService(Small.LIMITS)
                    .check(ExerciseCheckRequest.read(body, Small.LIMITS))));
  }

  @FuzzTest(maxDuration = "60s")
  void batch(byte[] body) {
    Small.refusable(
        () -> {
          try {
            BatchGrader.of(new ByteArrayInputStream(body), Small.LIMITS, Pace.FREE)
                .grade(OutputStream.nullOutputStream(), count -> {});
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
