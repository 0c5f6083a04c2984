package dev.letsbackprop.operation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks another rule that is as right as an operation's own: mathematics leaves the choice. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface AlsoRight {
  /** What is said to somebody who chose it, in a sentence; {@code {y}} is the node. */
  String remark();
}
