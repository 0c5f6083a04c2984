package dev.letsbackprop.json;

import dev.letsbackprop.limit.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects the faults of one request in the order they are found.
 *
 * <p>The first {@value #KEPT} are kept and the others counted, so that a body of a million mistakes
 * neither fills the memory nor makes a huge answer.
 */
public final class Faults {
  private static final int KEPT = 100;

  private final List<Fault> kept = new ArrayList<>();
  private int count;
  private Fault.@Nullable Kind gravest;

  public void add(Fault.Kind kind, Pointer pointer, String detail) {
    add(kind, () -> pointer, () -> detail);
  }

  public void add(Fault fault) {
    if (count < KEPT) {
      kept.add(fault);
    }
    count(fault.kind());
  }

  /** Adds a fault whose place and sentence are made only if it is kept. */
  public void add(Fault.Kind kind, Supplier<Pointer> pointer, Supplier<String> detail) {
    if (count < KEPT) {
      kept.add(new Fault(kind, pointer.get().toString(), detail.get()));
    }
    count(kind);
  }

  /** Adds that a limit is passed. */
  public void exceeded(Limit limit, Pointer pointer, String detail) {
    add(Fault.exceeded(limit, pointer.toString(), detail));
  }

  /** The same where place and sentence are made only if it is kept. */
  void exceeded(Limit limit, Supplier<Pointer> pointer, Supplier<String> detail) {
    if (count < KEPT) {
      kept.add(Fault.exceeded(limit, pointer.get().toString(), detail.get()));
    }
    count(Fault.Kind.LIMIT_EXCEEDED);
  }

  private void count(Fault.Kind kind) {
    count++;
    if (gravest == null || kind.compareTo(gravest) < 0) {
      gravest = kind;
    }
  }

  public boolean isEmpty() {
    return count == 0;
  }

  /** How many faults were found, kept or not. */
  public int count() {
    return count;
  }

  /** The faults that were kept. */
  public List<Fault> list() {
    return List.copyOf(kept);
  }

  /**
   * Does nothing where there are no faults.
   *
   * @throws Refusal of all of them
   */
  public void throwIfAny() {
    if (gravest != null) {
      throw new Refusal(gravest, list(), count);
    }
  }
}
