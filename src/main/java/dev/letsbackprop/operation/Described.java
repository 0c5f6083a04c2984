package dev.letsbackprop.operation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the catalogue tells people about an operation, beside what its code says. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Described {
  /** What it is, in one sentence. */
  String summary();

  /**
   * Its definition as LaTeX in the names of its inputs, where its own LaTeX only names it.
   *
   * <p>What defines single elements starts with their index: {@code _i = x_{n - i}}.
   */
  String formula() default "";

  /** What stands in its circle in a diagram; its name, where that is short enough to be read. */
  String symbol() default "";

  /** Why its derivative is what it is. */
  String reason();

  /**
   * For each input what flows back to it, as LaTeX like {@link #formula()}, where the rule reads
   * well only for the shapes of the example.
   */
  String[] derivatives() default {};

  /**
   * How a lesson derives its derivative from smaller steps, each equations in LaTeX; empty where
   * there is nothing to derive, or where no lesson does it.
   */
  String[] derivation() default {};

  /** Its shape rule in words. */
  String shapeRule() default "";

  /** What its inputs are called in formulas; by default x, or x and y. */
  String[] inputs() default {};

  /**
   * A function of Python for exports, where the libraries have none of its name: {@code def
   * name(x): return np.exp(-x * x)}, in which {@code np} stands for each of them.
   */
  String python() default "";

  /** Other names that a request may use. */
  String[] aliases() default {};

  /** What is decided where mathematics leaves a choice: kinks, ties, edges of the domain. */
  String[] conventions() default {};

  /** An example that runs: each input as JSON. */
  String[] example();

  /** The example's attributes, each as {@code name=JSON}. */
  String[] exampleAttributes() default {};
}
