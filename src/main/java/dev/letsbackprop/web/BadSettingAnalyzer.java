package dev.letsbackprop.web;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells a bad setting in a sentence, in place of a stack trace. */
public final class BadSettingAnalyzer extends AbstractFailureAnalyzer<BadSetting> {
  @Override
  protected @Nullable FailureAnalysis analyze(Throwable root, BadSetting cause) {
    return new FailureAnalysis(
        cause.getMessage(), "Correct the setting, or leave it out, and start again.", cause);
  }
}
