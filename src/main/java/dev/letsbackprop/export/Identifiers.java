package dev.letsbackprop.export;

import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** For each node a variable of Python, and another for its gradient, all of them different. */
final class Identifiers {
  private static final String GRADIENT = "d_";
  private static final int LONGEST = 40;

  /** What Python, or a script, means by a name already. */
  private static final List<String> TAKEN =
      List.of(
          ("False None True and as assert async await break class continue def del elif else except"
               + " finally for from global if import in is lambda nonlocal not or pass raise return"
               + " try while with yield match case type abs all any enumerate float int isinstance"
               + " len list map max min pow print range reversed round slice sorted str sum tuple"
               + " zip F forward back d_inputs d_zeros inputs jax jnp json kept math np show steps"
               + " torch zeros")
              .split(" "));

  private final Map<Node, String> names = new HashMap<>();
  private final Set<String> taken = new HashSet<>(TAKEN);
  private final Map<String, Integer> counts = new HashMap<>();

  Identifiers(Graph graph, Library library) {
    taken.addAll(Functions.of(library).names());
    for (Node node : graph.nodes()) {
      String name = node.name();
      if (name != null || !node.isLeaf()) {
        names.put(node, unique(plain(name == null ? "step" : name)));
      }
    }
  }

  /** Whether a node has a variable; a constant without a name is written where it is used. */
  boolean has(Node node) {
    return names.containsKey(node);
  }

  /** The variable that holds a node's value. */
  String of(Node node) {
    return Objects.requireNonNull(names.get(node));
  }

  /** The variable that holds dL/dnode. */
  String gradient(Node node) {
    return GRADIENT + of(node);
  }

  private String unique(String plain) {
    String name = plain;
    while (taken.contains(name) || taken.contains(GRADIENT + name)) {
      name = plain + "_" + counts.merge(plain, 1, (count, one) -> count + one);
    }
    taken.add(name);
    taken.add(GRADIENT + name);
    return name;
  }

  /** ASCII letters, digits and single underscores; a Greek letter by its name. */
  private static String plain(String name) {
    StringBuilder plain = new StringBuilder();
    for (int at = 0; at < name.length() && plain.length() < LONGEST; ) {
      int letter = name.codePointAt(at);
      at += Character.charCount(letter);
      boolean usual = letter < 0x80 && Character.isLetterOrDigit(letter);
      String told = usual ? Character.toString(letter) : greek(letter);
      if (!told.isEmpty()) {
        plain.append(told);
      } else if (plain.length() > 0 && plain.charAt(plain.length() - 1) != '_') {
        plain.append('_');
      }
    }
    while (plain.length() > 0 && plain.charAt(plain.length() - 1) == '_') {
      plain.setLength(plain.length() - 1);
    }
    boolean odd = plain.length() == 0 || Character.isDigit(plain.charAt(0));
    return odd ? "n_" + plain : plain.toString();
  }

  private static String greek(int letter) {
    String name = letter < 0x80 ? null : Character.getName(letter);
    if (name == null || !name.matches("GREEK (SMALL|CAPITAL) LETTER \\w+")) {
      return "";
    }
    String last = name.substring(name.lastIndexOf(' ') + 1);
    String small = last.toLowerCase(Locale.ROOT);
    return name.contains("SMALL") ? small : last.charAt(0) + small.substring(1);
  }
}
