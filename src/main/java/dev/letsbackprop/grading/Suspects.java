package dev.letsbackprop.grading;

import dev.letsbackprop.graph.Node;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The mistakes that may be behind a claim, each a list of those that were made together.
 *
 * @param all those that cannot be told apart
 * @param explaining those among them that give just these numbers
 */
record Suspects(List<List<Slip>> explaining, List<List<Slip>> all) {
  static final Suspects NONE = new Suspects(List.of(), List.of());

  /** The only one, or null. */
  @Nullable List<Slip> only() {
    Set<List<Name>> names = all.stream().map(Suspects::names).collect(Collectors.toSet());
    return names.size() == 1 && !explaining.isEmpty() ? explaining.get(0) : null;
  }

  /** What they all are, wherever they were made; null where they are several, or pairs. */
  @Nullable Lesson lesson() {
    Set<String> codes =
        all.stream().flatMap(List::stream).map(Slip::code).collect(Collectors.toSet());
    boolean single = all.stream().allMatch(slips -> slips.size() == 1);
    return codes.size() == 1 && single && !explaining.isEmpty()
        ? explaining.get(0).get(0).lesson()
        : null;
  }

  private static List<Name> names(List<Slip> slips) {
    return slips.stream().map(slip -> new Name(slip.code(), slip.at())).toList();
  }

  private record Name(String code, Node at) {
    Name {
      Objects.requireNonNull(at);
    }
  }

  /** The name of what was found; null where it is not just one thing. */
  @Nullable Naming naming() {
    List<Slip> only = only();
    if (only == null) {
      return null;
    }
    Slip first = only.get(0);
    Slip second = only.size() > 1 ? only.get(1) : null;
    return new Naming(
        first.code(),
        first.at(),
        second == null ? null : new Naming(second.code(), second.at(), null));
  }
}
