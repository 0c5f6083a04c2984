package dev.letsbackprop.platform;

import dev.letsbackprop.grading.Grade;
import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * The forms that a grade can be written in.
 *
 * <p>None shows more than the grade holds, and no text that was typed by a student can be taken for
 * markup.
 */
public enum ResultFormat {
  GRADESCOPE(Result.JSON),
  PRAIRIELEARN(Result.JSON),
  ARTEMIS(Result.XML),
  CODERUNNER(Result.JSON);

  private final String mediaType;

  ResultFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  /** A grade in this form: of the same grade always the same bytes. */
  public byte[] of(Grade grade) {
    return written(Sheet.of(grade));
  }

  /**
   * What a student sees whose submission cannot be read, and earns nothing.
   *
   * @param reasons why, in sentences
   */
  public byte[] refused(List<String> reasons) {
    return written(Sheet.refused(reasons));
  }

  private byte[] written(Sheet sheet) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    result().write(sheet, bytes);
    return bytes.toByteArray();
  }

  private Result result() {
    return switch (this) {
      case GRADESCOPE -> new GradescopeResult();
      case PRAIRIELEARN -> new PrairieLearnResult();
      case ARTEMIS -> new ArtemisResult();
      case CODERUNNER -> new CodeRunnerResult();
    };
  }
}
