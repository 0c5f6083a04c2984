package dev.letsbackprop.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.letsbackprop.json.Refusal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of every limit there is a request that needs as much as it allows, and one that needs more. */
class EveryLimitTest {
  /**
   * No request needs a number of them that could be counted here: seconds pass, and the memory of a
   * request is an estimate, which is compared where turns are given.
   */
  private static final Set<Limit> NOT_COUNTED =
      EnumSet.of(
          Limit.MEMORY,
          Limit.BODY_SECONDS,
          Limit.WAITING_SECONDS,
          Limit.COMPUTING_SECONDS,
          Limit.ANSWER_SECONDS);

  static List<LimitCase> cases() {
    return LimitCases.ALL;
  }

  @Test
  void everyLimitHasACase() {
    Set<Limit> held =
        Stream.concat(cases().stream().map(LimitCase::limit), NOT_COUNTED.stream())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Limit.class)));
    assertThat(held).isEqualTo(EnumSet.allOf(Limit.class));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatNeedsAsMuchPasses(LimitCase each) {
    String answer = each.ask().apply(Limits.DEFAULT.with(each.limit(), each.need()));
    assertThat(answer).isNotEmpty().doesNotContain("/problems/");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatNeedsMoreIsRefusedByName(LimitCase each) {
    Limits less = Limits.DEFAULT.with(each.limit(), each.need() - 1);
    if (each.limit() == Limit.BATCH_LINES || each.limit() == Limit.BATCH_LINE) {
      // A line that is refused costs that line only.
      assertThat(each.ask().apply(less)).contains("'" + each.limit().word() + "'");
      return;
    }
    assertThatThrownBy(() -> each.ask().apply(less))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.faults())
                    .anySatisfy(
                        fault -> {
                          assertThat(fault.limit()).isEqualTo(each.limit());
                          assertThat(fault.detail())
                              .containsIgnoringCase("limit '" + each.limit().word() + "'")
                              .contains(Long.toString(each.need() - 1));
                        }));
  }

  @Test
  void noBoundIsMoreThanItsHighest() {
    for (Limit limit : Limit.values()) {
      assertThat(Limits.DEFAULT.with(limit, limit.highest()).of(limit)).isEqualTo(limit.highest());
      assertThatThrownBy(() -> Limits.DEFAULT.with(limit, limit.highest() + 1))
          .hasMessageContaining(limit.word());
      assertThat(limit.standard(Long.MAX_VALUE))
          .isLessThanOrEqualTo(limit == Limit.MEMORY ? Long.MAX_VALUE : limit.highest());
    }
    assertThat(Arrays.stream(Limit.values()).map(Limit::word)).doesNotHaveDuplicates();
  }
}
