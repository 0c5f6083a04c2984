package dev.letsbackprop.layer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says of a record component that it is a parameter of the layer, which has a gradient. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Parameter {
  /** What it is, in a few words. */
  String value();

  /** Its shape, as {@link Template} reads it. */
  String shape();

  /** Whether it may be left out. */
  boolean optional() default false;
}
