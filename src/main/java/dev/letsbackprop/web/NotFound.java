package dev.letsbackprop.web;

/** Something that was asked for by name and does not exist: 404, with a sentence. */
final class NotFound extends RuntimeException {
  NotFound(String sentence) {
    super(sentence, null, false, false);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
