package dev.letsbackprop.operation;

import java.util.Locale;

/** How Java's names are spelled in requests. */
public final class Names {
  private Names() {}

  /**
   * {@code SoftmaxWithLoss} and {@code transposeA} as {@code softmax_with_loss}, {@code
   * transpose_a}.
   */
  public static String snakeCase(String name) {
    return name.replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
