package dev.letsbackprop.web.access;

/** A setting of ours that the service does not start with; its sentence never says a secret. */
final class BadSetting extends RuntimeException {
  BadSetting(String sentence) {
    super(sentence, null, false, false);
  }
}
