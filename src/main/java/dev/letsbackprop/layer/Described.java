package dev.letsbackprop.layer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the catalogue tells people about a layer, beside what its code says. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Described {
  /** What it is, in one sentence. */
  String summary();

  /** Its definition as LaTeX. */
  String formula();

  /** The shape of what goes in, as {@link Template} reads it. */
  String input();

  /** The shape of what comes out, in the same letters. */
  String output();

  /** Whether what goes in are indices, which have no gradient. */
  boolean indices() default false;

  /** Other names that a request may use. */
  String[] aliases() default {};

  /** What is decided where there is a choice. */
  String[] conventions() default {};

  /** What it makes on the way: {@code word: what it is}. */
  String[] nodes() default {};

  /** An example that runs: the body of a request. */
  String example();
}
