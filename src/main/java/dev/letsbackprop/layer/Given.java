package dev.letsbackprop.layer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says of a record component that it is data given with the layer, which has no gradient. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Given {
  /** What it is, in a few words. */
  String value();

  Part.Kind kind();
}
