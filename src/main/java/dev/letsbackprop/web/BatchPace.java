package dev.letsbackprop.web;

import dev.letsbackprop.admission.Appraisal;
import dev.letsbackprop.admission.Effort;
import dev.letsbackprop.admission.Ticket;
import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.service.Pace;

/**
 * Lets a batch have its turns among all other requests: a ticket for the memory of its assignment,
 * which it keeps, and a turn for each line.
 */
final class BatchPace implements Pace {
  private final Ticket ticket;
  private final Turn turn;
  private final Limits limits;
  private final Punctual in;
  private Effort reading = Effort.NOTHING;
  private long held;

  BatchPace(Ticket ticket, Limits limits, Punctual in) {
    this.ticket = ticket;
    this.turn = new Turn(limits);
    this.limits = limits;
    this.in = in;
  }

  /** Takes what the batch holds until its end. */
  void reserve(long bytes) {
    ticket.receive(bytes);
  }

  /** Gives back all but the memory of the assignment. */
  void end() {
    ticket.done();
    held = 0;
  }

  @Override
  public void await() {
    in.begin();
  }

  @Override
  public void receive(long bytes) {
    turn.uninterrupted(() -> ticket.receivePatiently(bytes));
    held += bytes;
  }

  @Override
  public void begin(byte[] line) {
    reading = Appraisal.of(line, limits.of(Limit.FORMULA));
    turn.check(reading);
    turn.uninterrupted(() -> ticket.begin(reading));
  }

  @Override
  public void extend(Effort effort) {
    turn.check(effort.plus(reading));
    turn.uninterrupted(() -> ticket.extend(effort));
  }

  @Override
  public void resume(byte[] line, Effort effort) {
    Effort claims = Appraisal.of(line, 0);
    turn.check(claims);
    receive(claims.bytes());
    turn.uninterrupted(() -> ticket.resume(effort.plus(claims).micros()));
  }

  @Override
  public void rest() {
    ticket.rest();
    ticket.discard(held);
    held = 0;
  }
}
