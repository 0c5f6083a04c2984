package dev.letsbackprop.web.observation;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The trace that a request belongs to, as the header {@code traceparent} of W3C Trace Context says
 * it.
 *
 * @param trace 32 hexadecimal digits
 * @param span 16 hexadecimal digits, the caller's span
 */
record TraceParent(String trace, String span) {
  static final String HEADER = "traceparent";

  private static final Pattern FORM =
      Pattern.compile("([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(-.*)?");

  /** The trace of these headers; null where there is not exactly one, and valid. */
  static @Nullable TraceParent of(List<String> headers) {
    if (headers.size() != 1) {
      return null;
    }
    Matcher form = FORM.matcher(headers.get(0));
    if (!form.matches()) {
      return null;
    }
    String version = form.group(1);
    String trace = form.group(2);
    String span = form.group(3);
    // Later versions may say more behind it, this one may not; all zeros stand for nothing.
    boolean more = form.group(4) != null;
    boolean valid =
        !version.equals("ff")
            && !(version.equals("00") && more)
            && !trace.chars().allMatch(digit -> digit == '0')
            && !span.chars().allMatch(digit -> digit == '0');
    return valid ? new TraceParent(trace, span) : null;
  }
}
