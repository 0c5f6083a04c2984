package dev.letsbackprop.web;

import dev.letsbackprop.admission.Appraisal;
import dev.letsbackprop.admission.Effort;
import dev.letsbackprop.admission.Ticket;
import dev.letsbackprop.json.Fault;
import dev.letsbackprop.json.Refusal;
import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.service.Demand;
import dev.letsbackprop.tensor.Cancellation;
import java.util.function.BiFunction;

/** Reads requests when it is their turn, and lets them be worked on if there is the memory. */
final class Turn {
  private final Limits limits;

  Turn(Limits limits) {
    this.limits = limits;
  }

  /**
   * Reads a body, and waits for what working on it takes.
   *
   * @throws Refusal where that is more than there ever is, or the body has faults
   * @throws dev.letsbackprop.admission.Overloaded where it would take too long
   */
  <T extends Demand> T take(Ticket ticket, byte[] body, BiFunction<byte[], Limits, T> reader) {
    Effort reading = Appraisal.of(body, limits.of(Limit.FORMULA));
    check(reading);
    uninterrupted(() -> ticket.begin(reading));
    T request = reader.apply(body, limits);
    Effort work = request.effort();
    check(work.plus(reading));
    uninterrupted(() -> ticket.extend(work));
    return request;
  }

  /** Something that waits. */
  interface Wait {
    void run() throws InterruptedException;
  }

  /** Waits; an interruption then means that the service ends. */
  void uninterrupted(Wait wait) {
    try {
      wait.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      Cancellation.check();
    }
  }

  void check(Effort effort) {
    if (effort.bytes() > limits.of(Limit.MEMORY)) {
      throw Refusal.of(
          Fault.exceeded(
              Limit.MEMORY,
              "",
              limits.told(Limit.MEMORY)
                  + " bytes; this request needs about "
                  + effort.bytes()
                  + " at once."));
    }
  }
}
