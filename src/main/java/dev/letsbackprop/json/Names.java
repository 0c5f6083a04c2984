package dev.letsbackprop.json;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names seen so far in each object that is open; it notices those that stand there twice. */
final class Names {
  /** Most objects have a handful of names and need no hash table. */
  private static final class InOneObject {
    private final String[] few = new String[8];
    private int count;
    private @Nullable Set<String> many;

    private void clear() {
      count = 0;
      many = null;
    }

    private boolean add(String name) {
      for (int i = 0; i < count; i++) {
        if (few[i].equals(name)) {
          return false;
        }
      }
      if (count < few.length) {
        few[count++] = name;
        return true;
      }
      if (many == null) {
        many = new HashSet<>();
      }
      return many.add(name);
    }
  }

  private InOneObject[] objects = {new InOneObject(), new InOneObject(), new InOneObject()};
  private int open;

  void open() {
    if (open == objects.length) {
      objects = Arrays.copyOf(objects, 2 * open);
      Arrays.setAll(objects, depth -> depth < open ? objects[depth] : new InOneObject());
    }
    objects[open++].clear();
  }

  void close() {
    open--;
  }

  /** Whether the name is new in the innermost open object. */
  boolean add(String name) {
    return objects[open - 1].add(name);
  }
}
