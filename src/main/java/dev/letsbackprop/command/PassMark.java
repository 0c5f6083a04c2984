package dev.letsbackprop.command;

import dev.letsbackprop.grading.Grade;
import dev.letsbackprop.json.Words;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The share of the points that is enough.
 *
 * @param share from 0 to 1
 */
record PassMark(BigDecimal share) {
  private static final Pattern SHARE = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,9})?%?");
  private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");

  /** Whether a grade has enough; one of nothing has not. */
  boolean isReachedBy(Grade grade) {
    BigDecimal most = BigDecimal.valueOf(grade.maxScore());
    return most.signum() > 0
        && BigDecimal.valueOf(grade.score()).compareTo(most.multiply(share)) >= 0;
  }

  /** Reads a share or a percentage; what could be meant as either is neither. */
  static final class Converter implements ITypeConverter<PassMark> {
    @Override
    public PassMark convert(String text) {
      if (SHARE.matcher(text).matches()) {
        BigDecimal share =
            text.endsWith("%")
                ? new BigDecimal(text.substring(0, text.length() - 1)).multiply(HUNDREDTH)
                : new BigDecimal(text);
        if (share.compareTo(BigDecimal.ONE) <= 0) {
          return new PassMark(share);
        }
      }
      throw new TypeConversionException(
          "expected a share such as 60% or 0.6, not " + Words.quote(text) + ".");
    }
  }
}
