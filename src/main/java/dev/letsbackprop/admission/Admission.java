package dev.letsbackprop.admission;

import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.limit.Limits;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The memory and the processors of the service, and who has them.
 *
 * <p>Nobody waits for ever, and nobody for somebody who waits for him: who has a place at the
 * processors waits for no memory; memory for the work itself is asked for by one request at a time,
 * while all others that have some are served; and bodies wait for none, they are refused.
 *
 * <p>About half of the heap is lent out: an eighth of that to bodies that arrive, an eighth to
 * small requests, the rest to large ones, and a little to the starts of bodies, so that a small one
 * need not wait for large ones. The other half is the service's own, and the collector's.
 */
public final class Admission {
  /** What a small request may take beside what its body is read into. */
  static final long HEADROOM = 1 << 21;

  /** A body that is no larger, or the start of one that is, has memory of its own. */
  static final long START = 1 << 13;

  private static final long SMALL_BODY_BYTES = 1 << 23;
  private static final long SMALL_MICROS = 10_000;

  final Pool starts;
  final Pool intake;
  final Pool small;
  final Pool large;
  final Lane quick;
  final Lane slow;
  final Semaphore door = new Semaphore(1, true);
  final Watch watch;
  private final Limits limits;

  /**
   * Admission to a machine.
   *
   * @param heap the bytes that the process may take for its objects
   * @param processors how many there are
   */
  public Admission(Limits limits, long heap, int processors) {
    this.limits = limits;
    this.starts = new Pool(heap / 32);
    this.intake = new Pool(Math.max(heap / 16, 2L * limits.of(Limit.BODY)));
    this.small = new Pool(Math.max(heap / 16, 2 * SMALL_BODY_BYTES));
    this.large = new Pool(limits.of(Limit.MEMORY));
    this.quick = new Lane(8 * processors);
    this.slow = new Lane(processors);
    this.watch = new Watch(limits.of(Limit.COMPUTING_SECONDS));
  }

  /** Somebody who asks for something, and waits for it no longer than the limit. */
  public Ticket arrive() {
    return new Ticket(this);
  }

  /** Large requests are too many. */
  Overloaded overloaded() {
    return slow.overloaded(door.getQueueLength());
  }

  long patience() {
    return TimeUnit.SECONDS.toNanos(limits.of(Limit.WAITING_SECONDS));
  }

  boolean isSmall(Effort effort) {
    return effort.bytes() <= SMALL_BODY_BYTES && effort.micros() <= SMALL_MICROS;
  }

  /** Requests that wait for their turn. */
  public long waiting() {
    return quick.waiting() + slow.waiting() + door.getQueueLength();
  }

  /** Requests that are being worked on. */
  public int inFlight() {
    return quick.inFlight() + slow.inFlight();
  }

  /** Bytes of memory that requests hold by what they were estimated to take. */
  public long lent() {
    return starts.lent() + intake.lent() + small.lent() + large.lent();
  }
}
