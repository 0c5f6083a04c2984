package dev.letsbackprop.json;

import dev.letsbackprop.limit.Limit;
import java.util.List;

/**
 * Says that a request is refused and why; it carries no stack trace, because the fault is the
 * caller's.
 */
public final class Refusal extends RuntimeException {
  private final Fault.Kind kind;
  private final List<Fault> faults;
  private final int count;

  Refusal(Fault.Kind kind, List<Fault> faults, int count) {
    super(faults.get(0).detail(), null, false, false);
    this.kind = kind;
    this.faults = faults;
    this.count = count;
  }

  /** A refusal for one reason. */
  public static Refusal of(Fault fault) {
    return new Refusal(fault.kind(), List.of(fault), 1);
  }

  static Refusal malformed(String detail) {
    return malformed(Pointer.ROOT, detail);
  }

  /** A refusal of what is over a limit of the reader, at which the reading ends. */
  static Refusal malformed(Limit limit, String detail) {
    return of(new Fault(Fault.Kind.MALFORMED_JSON, "", detail, limit));
  }

  static Refusal malformed(Pointer pointer, String detail) {
    return of(new Fault(Fault.Kind.MALFORMED_JSON, pointer.toString(), detail));
  }

  /** The gravest kind among all faults, in the order of the enum. */
  public Fault.Kind kind() {
    return kind;
  }

  /** The faults that were kept, in the order they were found. */
  public List<Fault> faults() {
    return faults;
  }

  /** How many faults were found, kept or not. */
  public int count() {
    return count;
  }
}
