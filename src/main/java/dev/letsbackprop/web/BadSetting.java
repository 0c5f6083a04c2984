package dev.letsbackprop.web;

/** A setting of ours that the service does not start with; its sentence never says a secret. */
public final class BadSetting extends RuntimeException {
  public BadSetting(String sentence) {
    super(sentence, null, false, false);
  }
}
