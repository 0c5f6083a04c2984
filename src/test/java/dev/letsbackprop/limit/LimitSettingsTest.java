package dev.letsbackprop.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Limits are set by their names, and what is set wrong is told. */
class LimitSettingsTest {
  @ParameterizedTest
  @EnumSource(Limit.class)
  void eachIsFoundByItsNameAndCanBeSet(Limit limit) {
    assertThat(Limit.find(limit.word())).isEqualTo(limit);
    assertThat(limit.word()).matches("[a-z]+\\.[a-z]+");
    String highest = Long.toString(limit.highest());
    Limits set = Limits.DEFAULT.with(Map.of(limit.word(), highest));
    assertThat(set.of(limit)).isEqualTo(limit.highest());
    assertThat(Limits.DEFAULT.of(limit)).isPositive().isLessThanOrEqualTo(limit.highest());
    assertThatThrownBy(() -> Limits.DEFAULT.with(limit, limit.highest() + 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + limit.word() + "' is a whole number from 0 to " + highest);
  }

  @Test
  void whatIsNoNumberOrNoLimitIsTold() {
    assertThatThrownBy(() -> Limits.DEFAULT.with(Map.of("model.nodes", "many")))
        .hasMessage("The limit 'model.nodes' is a whole number from 0 to 16777216; found many.");
    assertThatThrownBy(() -> Limits.DEFAULT.with(Map.of("model.node", "1")))
        .hasMessageStartingWith("There is no limit 'model.node'; there are batch.line, ");
    assertThat(Limits.DEFAULT.with(Map.of("model.nodes", " 1_000 ")).of(Limit.NODES))
        .isEqualTo(1_000);
  }

  /** A net with 784 inputs and 256 rows, of 12 MB, on a machine with 2 GB; bodies fit the heap. */
  @Test
  void theHeapBoundsWhatIsHeldAtOnce() {
    long small = 256L << 20;
    assertThat(Limit.BODY.standard(small)).isEqualTo(8L << 20);
    assertThat(Limit.MEMORY.standard(small)).isEqualTo(96L << 20);
    long machine = (2L << 30) / 100 * 65;
    assertThat(Limit.BODY.standard(machine)).isEqualTo(32L << 20);
  }
}
