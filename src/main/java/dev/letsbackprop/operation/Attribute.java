package dev.letsbackprop.operation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the catalogue tells people about a record component that is an attribute. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Attribute {
  /** What it means, in one sentence. */
  String value();

  /** Its value where it is left out, as JSON; the empty string where it must be given. */
  String otherwise() default "";
}
