package dev.letsbackprop.admission;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Places at the processors, first come, first served, and how long one will wait for one.
 *
 * <p>How long work takes here, of the microseconds that it was estimated to take, is learned from
 * the work that was done.
 */
final class Lane {
  /** How much of what was learned before is kept after one piece of work. */
  private static final double MEMORY = 0.95;

  private final int places;
  private final Semaphore free;
  private final LongAdder waiting = new LongAdder();
  private final LongAdder ahead = new LongAdder();

  /** Races are harmless: whoever comes last is remembered. */
  private volatile double pace = 1;

  /** How many nanoseconds a piece of work takes, whatever it was estimated to take. */
  private volatile double typical;

  Lane(int places) {
    this.places = places;
    this.free = new Semaphore(places, true);
  }

  /**
   * Waits for a place.
   *
   * @param micros what the work was estimated to take
   * @param nanos how long to wait at most
   * @throws Overloaded where that will take, or has taken, too long
   */
  void enter(long micros, long nanos) throws InterruptedException {
    if (!free.tryAcquire()) {
      queue(micros, nanos);
    } else {
      ahead.add(micros);
    }
  }

  private void queue(long micros, long nanos) throws InterruptedException {
    long expected = expectedNanos();
    if (expected > nanos) {
      throw overloaded(0);
    }
    waiting.increment();
    ahead.add(micros);
    boolean entered = false;
    try {
      entered = free.tryAcquire(nanos, TimeUnit.NANOSECONDS);
    } finally {
      waiting.decrement();
      if (!entered) {
        ahead.add(-micros);
      }
    }
    if (!entered) {
      throw overloaded(0);
    }
  }

  /**
   * Gives the place back.
   *
   * @param micros what the work was estimated to take
   * @param nanos what it took
   */
  void leave(long micros, long nanos) {
    ahead.add(-micros);
    free.release();
    typical = MEMORY * typical + (1 - MEMORY) * nanos;
    if (micros > 0) {
      pace = MEMORY * pace + (1 - MEMORY) * Math.min(1_000, nanos / (1_000.0 * micros));
    }
  }

  /** How long whoever comes now will wait. */
  private long expectedNanos() {
    return (long) (1_000 * pace * Math.max(0, ahead.sum()) / places);
  }

  /**
   * Says when to come again.
   *
   * @param others how many wait elsewhere for what has to pass here, too
   */
  Overloaded overloaded(int others) {
    double nanos =
        Math.max(
            (double) expectedNanos(),
            typical * (double) (others + waiting.sum() + inFlight()) / places);
    return new Overloaded((long) Math.max(1, Math.min(300, Math.ceil(nanos / 1e9))));
  }

  long waiting() {
    return waiting.sum();
  }

  int inFlight() {
    return places - free.availablePermits();
  }
}
