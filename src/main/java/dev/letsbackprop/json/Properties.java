package dev.letsbackprop.json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The properties that an object may have, in order, and what reads the value of each. */
public final class Properties {
  private final Map<String, Runnable> readers = new LinkedHashMap<>();
  private UnaryOperator<String> hint = name -> "";

  private Properties() {}

  /** One property; its reader finds the value as the next to be read. */
  public static Properties of(String name, Runnable reader) {
    return new Properties().and(name, reader);
  }

  /** Adds a property to these. */
  public Properties and(String name, Runnable reader) {
    readers.put(name, reader);
    return this;
  }

  /** What to say of an unknown property beside that it is: a sentence after a space, or nothing. */
  public Properties hinting(UnaryOperator<String> sentence) {
    hint = sentence;
    return this;
  }

  String hint(String name) {
    return hint.apply(name);
  }

  @Nullable Runnable reader(String name) {
    return readers.get(name);
  }

  Set<String> names() {
    return readers.keySet();
  }
}
