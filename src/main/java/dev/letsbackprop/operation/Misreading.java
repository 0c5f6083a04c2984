package dev.letsbackprop.operation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a wrong rule: what people take for an operation's derivative, written as a method beside
 * the right one, with one thing changed.
 *
 * <p>Its code is the operation's name and its own, {@code multiply.swapped}; codes are published
 * and stay. It takes what {@code vjp} takes, and is null where the mistake cannot be made: at that
 * place, or with such shapes. The texts may say {@code {x}} for the input whose gradient it is,
 * {@code {other}} for the other one, and {@code {y}} for the node itself.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Misreading {
  /** What was done, as it goes on after "At f = q × z ". */
  String did();

  /** What is due, as it goes on after a colon. */
  String due();

  /** The code's last word, where several ways of one mistake are told apart by their methods. */
  String code() default "";

  /**
   * For each input what flows back to it by the wrong rule, as LaTeX like that of {@link
   * Described}, where the rule reads well only for the shapes of the example; empty where nothing
   * does.
   */
  String[] derivatives() default {};

  /** Whether the right numbers follow from the wrong ones alone, as from a flipped sign. */
  boolean telling() default false;
}
