package dev.letsbackprop.derivation;

import java.util.List;

/** The Greek letters that LaTeX knows by name; not pi, which is a number. */
final class Greek {
  static final List<String> NAMES =
      List.of(
          "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
          "lambda", "mu", "nu", "xi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi",
          "omega");

  /** The same, each a character. */
  static final String LETTERS = "αβγδεζηθικλμνξρστυφχψω";

  private Greek() {}
}
