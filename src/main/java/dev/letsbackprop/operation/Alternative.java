package dev.letsbackprop.operation;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A rule that is as right as an operation's own, where mathematics leaves the choice. */
public final class Alternative {
  private final String remark;
  private final WrittenRule rule;

  private Alternative(String remark, WrittenRule rule) {
    this.remark = remark;
    this.rule = rule;
  }

  /** The other right rule of an operation's record, or null. */
  static @Nullable Alternative of(Class<?> record) {
    return Misconception.marked(record, AlsoRight.class)
        .map(
            method ->
                new Alternative(
                    Objects.requireNonNull(method.getAnnotation(AlsoRight.class)).remark(),
                    new WrittenRule(method)))
        .findFirst()
        .orElse(null);
  }

  /** What is said to somebody who chose it; with names to be put in. */
  public String remark() {
    return remark;
  }

  /** What flows back by it, as by {@link Operation#vjp}. */
  public <T> T flow(Operation operation, Algebra<T> on, int place, List<T> x, T y, T cotangent) {
    return Objects.requireNonNull(rule.flow(operation, on, place, x, y, cotangent));
  }
}
