package dev.letsbackprop.admission;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What one request holds of the machine, until it is closed.
 *
 * <p>A request is received, appraised, begun, extended once it is known what is asked for, done,
 * and closed once its answer is written. All of it happens on one thread.
 */
public final class Ticket implements AutoCloseable {
  private final Admission admission;
  private final long patience;
  private long start;
  private long body;
  private long small;
  private long large;
  private @Nullable Lane lane;
  private long micros;
  private boolean atDoor;
  private boolean isLate;
  private Watch.@Nullable Shift shift;

  Ticket(Admission admission) {
    this.admission = admission;
    this.patience = admission.patience();
  }

  /**
   * Takes memory for more of a body, before it is read.
   *
   * @throws Overloaded where there is none now: bodies do not wait, since their senders may
   */
  public void receive(long bytes) {
    if (start == 0 && bytes <= Admission.START && admission.starts.takeNow(bytes)) {
      start = bytes;
      return;
    }
    if (!admission.intake.takeNow(Pool.more(body, bytes))) {
      throw admission.overloaded();
    }
    body += bytes;
  }

  /**
   * The same for one that waits a while, since it has been let in.
   *
   * @throws Overloaded where there is none even then
   */
  public void receivePatiently(long bytes) throws InterruptedException {
    if (!admission.intake.take(Pool.more(body, bytes), admission.patience())) {
      throw admission.overloaded();
    }
    body += bytes;
  }

  /** Gives back memory of bodies. */
  public void discard(long bytes) {
    if (bytes == start) {
      admission.starts.give(bytes);
      start = 0;
    } else {
      body -= bytes;
      admission.intake.give(Pool.more(body, bytes));
    }
  }

  /**
   * Waits for a turn to read what was received.
   *
   * @throws Overloaded where it would take too long
   */
  public void begin(Effort effort) throws InterruptedException {
    if (admission.isSmall(effort)) {
      takeSmall(effort.bytes() + Admission.HEADROOM);
      work(admission.quick, effort.micros());
    } else {
      beginLarge(effort.bytes(), effort.micros());
    }
  }

  private void takeSmall(long bytes) throws InterruptedException {
    if (!admission.small.take(bytes, patience)) {
      throw admission.quick.overloaded(0);
    }
    small = bytes;
  }

  /**
   * Waits for what the work itself takes, now that it is known.
   *
   * @throws Overloaded where it would take too long
   */
  public void extend(Effort effort) throws InterruptedException {
    boolean fits = effort.bytes() <= Admission.HEADROOM && admission.isSmall(effort);
    if (lane == admission.quick && !fits) {
      rest();
      beginLarge(effort.bytes(), effort.micros());
    } else if (lane == admission.slow) {
      rest();
      takeLarge(effort.bytes());
      work(admission.slow, effort.micros());
    }
    leaveDoor();
  }

  private void beginLarge(long bytes, long estimate) throws InterruptedException {
    enterDoor();
    takeLarge(bytes);
    work(admission.slow, estimate);
  }

  private void enterDoor() throws InterruptedException {
    if (!admission.door.tryAcquire(patience, TimeUnit.NANOSECONDS)) {
      throw admission.overloaded();
    }
    atDoor = true;
  }

  private void leaveDoor() {
    if (atDoor) {
      atDoor = false;
      admission.door.release();
    }
  }

  private void takeLarge(long bytes) throws InterruptedException {
    if (!admission.large.take(Pool.more(large, bytes), patience)) {
      throw admission.overloaded();
    }
    large += bytes;
  }

  private void work(Lane at, long estimate) throws InterruptedException {
    work(at, estimate, patience);
  }

  private void work(Lane at, long estimate, long nanos) throws InterruptedException {
    at.enter(estimate, nanos);
    lane = at;
    micros = estimate;
    shift = admission.watch.begin();
  }

  /**
   * Waits for another turn, with the memory that it has, as long as it takes: it has been let in.
   */
  public void resume(long estimate) throws InterruptedException {
    boolean isSmall = admission.isSmall(new Effort(0, estimate));
    work(isSmall ? admission.quick : admission.slow, estimate, Long.MAX_VALUE);
  }

  /** Gives its turn to others, and keeps its memory. */
  public void rest() {
    Lane at = lane;
    Watch.Shift ended = shift;
    if (at != null) {
      at.leave(micros, ended == null ? 0 : ended.end());
      isLate |= ended != null && ended.isStopped();
      lane = null;
      shift = null;
    }
  }

  /** All is worked out: what is left is to write it, which takes its memory and no turn. */
  public void done() {
    rest();
    leaveDoor();
    if (start > 0) {
      discard(start);
    }
    if (body > 0) {
      discard(body);
    }
  }

  /** Whether the work was stopped because it took too long. */
  public boolean isLate() {
    return isLate;
  }

  @Override
  public void close() {
    done();
    if (small > 0) {
      admission.small.give(small);
      small = 0;
    }
    if (large > 0) {
      admission.large.give(large);
      large = 0;
    }
  }
}
