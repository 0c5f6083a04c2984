package dev.letsbackprop.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.fail;

import dev.letsbackprop.json.Fault.Kind;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private final Faults faults = new Faults();

  @Test
  void withoutFaultsNothingIsThrown() {
    faults.throwIfAny();
    assertThat(faults.isEmpty()).isTrue();
  }

  @Test
  void theRefusalIsOfTheGravestKindAndKeepsTheOrder() {
    faults.add(Kind.LIMIT_EXCEEDED, Pointer.ROOT, "first");
    faults.add(Kind.INVALID_REQUEST, Pointer.ROOT.child("a"), "second");
    faults.add(Kind.INVALID_GRAPH, Pointer.ROOT, "third");

    Refusal refusal = catchThrowableOfType(Refusal.class, faults::throwIfAny);

    assertThat(refusal.kind()).isEqualTo(Kind.INVALID_REQUEST);
    assertThat(refusal.faults())
        .containsExactly(
            new Fault(Kind.LIMIT_EXCEEDED, "", "first"),
            new Fault(Kind.INVALID_REQUEST, "/a", "second"),
            new Fault(Kind.INVALID_GRAPH, "", "third"));
    assertThat(refusal.getStackTrace()).isEmpty();
  }

  @Test
  void afterAHundredFaultsTheRestIsCountedAndNeverPutIntoWords() {
    for (int i = 0; i < 100; i++) {
      faults.add(Kind.INVALID_GRAPH, Pointer.ROOT.child(i), "fault " + i);
    }
    faults.add(Kind.INVALID_REQUEST, () -> fail("a place"), () -> fail("a sentence"));

    assertThat(faults.count()).isEqualTo(101);
    assertThat(faults.list()).hasSize(100);
    assertThat(faults.list().get(99).detail()).isEqualTo("fault 99");
    Refusal refusal = catchThrowableOfType(Refusal.class, faults::throwIfAny);
    assertThat(refusal.count()).isEqualTo(101);
    assertThat(refusal.kind()).as("also of what is only counted").isEqualTo(Kind.INVALID_REQUEST);
  }
}
