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

  /** Why its derivative is what it is. */
  String reason();

  /** Its shape rule in words. */
  String shapeRule() default "";

  /** What its inputs are called in formulas; by default x, or x and y. */
  String[] inputs() default {};

  /** Other names that a request may use. */
  String[] aliases() default {};

  /** What is decided where mathematics leaves a choice: kinks, ties, edges of the domain. */
  String[] conventions() default {};

  /** An example that runs: each input as JSON. */
  String[] example();

  /** The example's attributes, each as {@code name=JSON}. */
  String[] exampleAttributes() default {};
}
