package dev.letsbackprop.export;

import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The functions that a library lacks, or calls by another name than we do. */
final class Functions {
  private static final Pattern START = Pattern.compile("(?m)^(?=def )");
  private static final Pattern WORD = Pattern.compile("(?<![\\w.])[a-z]\\w*");
  private static final Map<Library, Functions> ALL = new EnumMap<>(Library.class);

  static {
    for (Library library : Library.values()) {
      ALL.put(library, new Functions(library));
    }
  }

  private final Map<String, Function> functions = new LinkedHashMap<>();

  private Functions(Library library) {
    for (String file : library.files()) {
      List<String> sources = List.of(START.split(read(file)));
      sources.subList(1, sources.size()).forEach(source -> add(source, library));
    }
    for (Entry entry : Catalogue.entries()) {
      if (!entry.python().isEmpty() && find(entry.name()) == null) {
        add(entry.python(), library);
      }
    }
  }

  private void add(String source, Library library) {
    String text = source.strip().replaceAll("\\bnp\\.", library.module() + ".");
    Function function = new Function(text + "\n");
    functions.put(function.name(), function);
  }

  static Functions of(Library library) {
    return Objects.requireNonNull(ALL.get(library));
  }

  private static String read(String file) {
    try (InputStream stream = Functions.class.getResourceAsStream("/python/" + file)) {
      if (stream == null) {
        throw new IllegalStateException(file + " is not on the class path");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names that are taken. */
  Collection<String> names() {
    return functions.keySet();
  }

  /** The function for an operation; one whose name Python has taken itself ends in {@code _}. */
  @Nullable Function find(String operation) {
    Function function = functions.get(operation);
    return function == null ? functions.get(operation + "_") : function;
  }

  /** These functions and all that they call, in the order of their files. */
  List<Function> closure(Set<String> called) {
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(called);
    while (!open.isEmpty()) {
      Function function = functions.get(open.pop());
      if (function != null && reached.add(function.name())) {
        WORD.matcher(function.source()).results().forEach(word -> open.add(word.group()));
      }
    }
    return functions.values().stream()
        .filter(function -> reached.contains(function.name()))
        .toList();
  }
}
