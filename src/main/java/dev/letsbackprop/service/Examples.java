package dev.letsbackprop.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All worked examples, by name. */
public final class Examples {
  private static final String FOLDER = "/examples/";
  private static final Map<String, Example> BY_NAME = read();

  private Examples() {}

  public static List<Example> all() {
    return List.copyOf(BY_NAME.values());
  }

  /** The example of that name, or null. */
  public static @Nullable Example find(String name) {
    return BY_NAME.get(name);
  }

  public static List<String> names() {
    return List.copyOf(BY_NAME.keySet());
  }

  /** By an index, since not everything that a class path may consist of can list a folder. */
  private static Map<String, Example> read() {
    Map<String, Example> examples = new LinkedHashMap<>();
    new String(resource("index.txt"), StandardCharsets.UTF_8)
        .lines()
        .forEach(name -> examples.put(name, Example.read(resource(name + ".json"))));
    return Collections.unmodifiableMap(examples);
  }

  private static byte[] resource(String file) {
    try (InputStream stream = Examples.class.getResourceAsStream(FOLDER + file)) {
      if (stream == null) {
        throw new IllegalStateException(FOLDER + file + " is not on the class path");
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
