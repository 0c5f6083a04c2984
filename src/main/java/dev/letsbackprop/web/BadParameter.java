package dev.letsbackprop.web;

/** A parameter of the query with a value that means nothing: 400, with a sentence. */
final class BadParameter extends RuntimeException {
  BadParameter(String sentence) {
    super(sentence, null, false, false);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
