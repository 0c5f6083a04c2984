package dev.letsbackprop.grading;

import java.util.List;

/** The mistakes that can be made at any operation, in the order in which they are told apart. */
public final class Lessons {
  private static final String UPSTREAM =
      "the gradient of {x} is the upstream gradient, that of {y}, times the local derivative";
  private static final String BRANCHES =
      "{x} is used by {consumers}, and all that comes back from there adds up";
  private static final String STRETCHED =
      "{x} was stretched to the shape of {y}, so its gradient is the sum over what was stretched";

  static final Lesson FLOW_LOST =
      new Lesson("branch.flow_lost", "some of what flows back to {x} was lost", BRANCHES, false, 1);
  static final Lesson BRANCHES_AVERAGED =
      new Lesson("branch.averaged", "what flows back to {x} was averaged", BRANCHES, true, 1);
  static final Lesson COUNTED_TWICE =
      new Lesson(
          "branch.counted_twice",
          "one part of what flows back to {x} was counted twice",
          BRANCHES,
          false,
          1);

  static final Lesson NOT_SUMMED =
      new Lesson(
          "broadcast.not_summed",
          "what flows back to {x} was not summed over the stretched axes",
          STRETCHED,
          false,
          2);
  static final Lesson COPIES_AVERAGED =
      new Lesson(
          "broadcast.averaged",
          "what flows back to {x} was averaged over the stretched axes",
          STRETCHED,
          true,
          2);

  static final Lesson SIGN =
      new Lesson(
          "chain.sign",
          "the sign is flipped",
          "work out once more which way {x} moves the result",
          true,
          3);
  static final Lesson UPSTREAM_MISSING =
      new Lesson(
          "chain.upstream_missing", "the local derivative was given alone", UPSTREAM, false, 3);
  static final Lesson LOCAL_MISSING =
      new Lesson(
          "chain.local_missing",
          "the upstream gradient was handed on unchanged",
          UPSTREAM,
          false,
          3);

  static final Lesson UPDATED =
      new Lesson(
          "weight.updated",
          "a weight was used as it is after its update",
          "the gradient of {x} takes the weight as it was in the forward pass, before the step",
          false,
          4);

  static final Lesson TRANSPOSED =
      new Lesson(
          "shape.transposed",
          "the gradient of {x} is transposed",
          "it has an entry for each entry of {x}, at the same place",
          true,
          5);
  static final Lesson BATCH =
      new Lesson(
          "scale.batch",
          "the gradient of {x} is off by a factor of the batch size",
          "a mean over the rows divides by their number once, a sum not at all",
          true,
          5);
  static final Lesson TWO =
      new Lesson(
          "scale.two",
          "the gradient of {x} is off by a factor of 2",
          "look for the 2 of a square, or for a ½",
          true,
          5);
  static final Lesson TEN =
      new Lesson(
          "scale.ten",
          "the gradient of {x} is off by a power of ten",
          "compare the decimal places",
          true,
          5);

  private Lessons() {}

  /** All of them. */
  public static List<Lesson> all() {
    return List.of(
        FLOW_LOST,
        BRANCHES_AVERAGED,
        COUNTED_TWICE,
        NOT_SUMMED,
        COPIES_AVERAGED,
        SIGN,
        UPSTREAM_MISSING,
        LOCAL_MISSING,
        UPDATED,
        TRANSPOSED,
        BATCH,
        TWO,
        TEN);
  }
}
