package dev.letsbackprop.web.observation;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** What a request is called in the log and in its answer. */
final class RequestId {
  static final String HEADER = "X-Request-Id";

  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private RequestId() {}

  /** The caller's own id where it is harmless, or else a new one. */
  static String of(List<String> given) {
    return given.size() == 1 && SANE.matcher(given.get(0)).matches()
        ? given.get(0)
        : UUID.randomUUID().toString();
  }
}
