package dev.letsbackprop.operation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Operations of the catalogue as a test names them. */
final class Named {
  private Named() {}

  /**
   * The operation of that name.
   *
   * @param attributes each {@code name=JSON}, apart by spaces; null for none
   * @throws Misuse where an attribute is missing or wrong
   */
  static Operation operation(String name, @Nullable String attributes) {
    Map<String, @Nullable Object> given = new LinkedHashMap<>();
    for (String pair : attributes == null ? new String[0] : attributes.split(" ", -1)) {
      int equals = pair.indexOf('=');
      given.put(pair.substring(0, equals), Literals.parse(pair.substring(equals + 1)));
    }
    Entry entry = Objects.requireNonNull(Catalogue.find(name), name);
    Operation operation =
        entry.create(
            given,
            misuse -> {
              throw misuse;
            });
    return Objects.requireNonNull(operation);
  }
}
