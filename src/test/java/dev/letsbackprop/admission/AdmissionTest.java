package dev.letsbackprop.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.tensor.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Memory and processors are lent out fairly, and never twice. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AdmissionTest {
  private static final long MEMORY = 1 << 20;
  private static final Effort LITTLE = new Effort(1_000, 10);
  private static final Effort MUCH = new Effort(MEMORY / 4, 1_000_000);

  private static final Limits LIMITS =
      Limits.DEFAULT
          .with(Limit.BODY, 1_000)
          .with(Limit.MEMORY, MEMORY)
          .with(Limit.WAITING_SECONDS, 1);

  private final Admission admission = new Admission(LIMITS, 1 << 25, 1);

  @Test
  void aBodyIsRefusedWhereThereIsNoRoomForIt() {
    // A sixteenth of the heap, which is more than two bodies.
    long room = 1 << 21;
    try (Ticket first = admission.arrive();
        Ticket second = admission.arrive();
        Ticket small = admission.arrive()) {
      first.receive(room);
      assertThatThrownBy(() -> second.receive(10_000)).isInstanceOf(Overloaded.class);
      assertThatCode(() -> small.receive(8_192)).doesNotThrowAnyException();
      assertThatThrownBy(() -> small.receive(8_192)).isInstanceOf(Overloaded.class);
      first.discard(10_240);
      assertThatCode(() -> second.receive(10_000)).doesNotThrowAnyException();
    }
    assertThat(admission.lent()).isZero();
  }

  /** A line that comes byte by byte takes no more than one that comes whole. */
  @Test
  void littleByLittleTakesNoMoreThanAtOnce() throws Exception {
    try (Ticket ticket = admission.arrive()) {
      for (int i = 0; i < 3_000; i++) {
        ticket.receivePatiently(1);
      }
      assertThat(admission.lent()).isEqualTo(3 * 1_024);
      ticket.discard(2_000);
      assertThat(admission.lent()).isEqualTo(1_024);
    }
    try (Ticket ticket = admission.arrive()) {
      ticket.begin(new Effort(MEMORY - 1_300, 1_000_000));
      ticket.extend(new Effort(1_200, 1_000_000));
    }
    assertThat(admission.lent()).isZero();
  }

  @Test
  void whatNeedsAllTheMemoryIsLetInAndNothingThatNeedsMore() throws Exception {
    try (Ticket ticket = admission.arrive()) {
      ticket.begin(new Effort(MEMORY, 1_000_000));
    }
    try (Ticket ticket = admission.arrive()) {
      Effort more = new Effort(MEMORY + 1, 1_000_000);
      assertThatThrownBy(() -> ticket.begin(more)).isInstanceOf(Overloaded.class);
    }
    assertThat(admission.lent()).isZero();
    assertThat(admission.inFlight()).isZero();
  }

  @Test
  void smallRequestsDoNotWaitForLargeOnes() throws Exception {
    try (Ticket large = admission.arrive();
        Ticket small = admission.arrive();
        Ticket other = admission.arrive()) {
      large.begin(MUCH);
      large.extend(MUCH);
      small.begin(LITTLE);
      small.extend(LITTLE);
      assertThat(admission.inFlight()).isEqualTo(2);
      assertThatThrownBy(() -> other.begin(MUCH))
          .isInstanceOfSatisfying(
              Overloaded.class, no -> assertThat(no.seconds()).isBetween(1L, 300L));
    }
    assertThat(admission.lent()).isZero();
    assertThat(admission.inFlight()).isZero();
    assertThat(admission.waiting()).isZero();
  }

  /** Its memory is needed until the answer is written; its place at the processor is not. */
  @Test
  void anAnswerThatIsWrittenKeepsNoPlace() throws Exception {
    try (Ticket large = admission.arrive();
        Ticket next = admission.arrive()) {
      large.begin(MUCH);
      large.extend(MUCH);
      large.done();
      assertThat(admission.lent()).isEqualTo(2 * MUCH.bytes());
      assertThatCode(() -> next.begin(MUCH)).doesNotThrowAnyException();
    }
  }

  /** Each needs half of the memory to be read and as much again to be worked on. */
  @Test
  void manyThatNeedMoreThanThereIsAreServedOneAfterTheOther() throws Exception {
    Limits patient = LIMITS.with(Limit.WAITING_SECONDS, 50);
    Admission shared = new Admission(patient, 1 << 25, 2);
    Effort half = new Effort(MEMORY / 2, 20_000);
    AtomicLong held = new AtomicLong();
    AtomicLong most = new AtomicLong();
    List<Future<?>> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 200; i++) {
        boolean isLarge = i % 2 == 0;
        all.add(
            threads.submit(
                () -> {
                  try (Ticket ticket = shared.arrive()) {
                    ticket.begin(isLarge ? half : LITTLE);
                    ticket.extend(half);
                    most.accumulateAndGet(held.addAndGet(half.bytes()), Math::max);
                    held.addAndGet(-half.bytes());
                  }
                  return null;
                }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
    assertThat(most.get()).isPositive().isLessThanOrEqualTo(MEMORY);
    assertThat(shared.lent()).isZero();
    assertThat(shared.inFlight()).isZero();
  }

  @Test
  void workIsStoppedWhereItTakesTooLong() throws Exception {
    Admission hurried = new Admission(LIMITS.with(Limit.COMPUTING_SECONDS, 0), 1 << 25, 1);
    try (Ticket ticket = hurried.arrive()) {
      ticket.begin(LITTLE);
      assertThatThrownBy(
              () -> {
                while (true) {
                  Cancellation.check();
                }
              })
          .isInstanceOf(Cancellation.Cancelled.class);
      ticket.done();
      assertThat(ticket.isLate()).isTrue();
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
  }

  @Test
  void aBatchTakesATurnForEachLine() throws Exception {
    try (Ticket batch = admission.arrive()) {
      batch.begin(LITTLE);
      batch.extend(LITTLE);
      batch.rest();
      for (int line = 0; line < 100; line++) {
        batch.receivePatiently(100);
        batch.resume(MUCH.micros());
        assertThat(admission.inFlight()).isEqualTo(1);
        batch.rest();
        batch.discard(100);
        assertThat(admission.inFlight()).isZero();
      }
    }
    assertThat(admission.lent()).isZero();
  }

  @Test
  void efforts() {
    Effort most = new Effort(Long.MAX_VALUE, Long.MAX_VALUE);
    assertThat(LITTLE.plus(MUCH)).isEqualTo(new Effort(1_000 + MEMORY / 4, 1_000_010));
    assertThat(MUCH.plus(most)).isEqualTo(most);
    assertThat(MUCH.times(Long.MAX_VALUE / 2)).isEqualTo(most);
    assertThat(LITTLE.times(3)).isEqualTo(new Effort(3_000, 30));
  }

  /** An object, its elements and the operators of its texts are what may become large. */
  @Test
  void aGlanceAtABodySeesWhatMayComeOfIt() {
    assertThat(appraised("{}").bytes()).isEqualTo(2 * 2 + 500);
    assertThat(appraised("{\"a\":1}").bytes()).isEqualTo(2 * 7 + 500 + 250);
    assertThat(appraised("[1,2,3]").bytes()).isEqualTo(2 * 7 + 3 * 32);
    assertThat(appraised("\"a+b*c\"").bytes()).isEqualTo(2 * 7 + 2 * 700);
    assertThat(appraised("\"\\\"{\"").bytes()).isEqualTo(2 * 5 + 700);
    assertThat(appraised("\"" + "+".repeat(11) + "\"").bytes()).isEqualTo(2 * 13);
  }

  private static Effort appraised(String body) {
    return Appraisal.of(body.getBytes(java.nio.charset.StandardCharsets.UTF_8), 10);
  }
}
