package dev.letsbackprop.admission;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Interrupts work that takes too long; kernels look whether they were interrupted. */
final class Watch {
  private static final long ROUND_MILLIS = 100;

  private final Set<Shift> shifts = ConcurrentHashMap.newKeySet();
  private final long nanos;

  /**
   * A watch over all work.
   *
   * @param seconds how long it may take
   */
  Watch(long seconds) {
    this.nanos = TimeUnit.SECONDS.toNanos(seconds);
    Thread.ofPlatform().daemon().name("watch").start(this::look);
  }

  /** Begins to watch the current thread. */
  Shift begin() {
    Shift shift = new Shift(Thread.currentThread(), System.nanoTime());
    shifts.add(shift);
    return shift;
  }

  private void look() {
    try {
      while (true) {
        Thread.sleep(ROUND_MILLIS);
        long now = System.nanoTime();
        for (Shift shift : shifts) {
          if (now - shift.begun > nanos) {
            shift.stop();
          }
        }
      }
    } catch (InterruptedException e) {
      // The process ends.
      Thread.currentThread().interrupt();
    }
  }

  /** Work that goes on. */
  final class Shift {
    private final Thread thread;
    private final long begun;
    private boolean over;
    private boolean stopped;

    private Shift(Thread thread, long begun) {
      this.thread = thread;
      this.begun = begun;
    }

    private synchronized void stop() {
      if (!over && !stopped) {
        stopped = true;
        thread.interrupt();
      }
    }

    /** Ends it, on its own thread; gives how many nanoseconds it took. */
    long end() {
      shifts.remove(this);
      synchronized (this) {
        over = true;
        if (stopped) {
          // The interruption was meant for the work, not for what comes after it.
          Thread.interrupted();
        }
      }
      return System.nanoTime() - begun;
    }

    /** Whether it was stopped because it took too long. */
    synchronized boolean isStopped() {
      return stopped;
    }
  }
}
