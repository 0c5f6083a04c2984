package dev.letsbackprop.grading;

import dev.letsbackprop.graph.Node;
import java.util.List;

/**
 * A mistake that could be made in an exercise, and what the grader would say to it.
 *
 * @param code such as {@code multiply.swapped}
 * @param at the node where it is made
 * @param fate what becomes of it
 * @param rivals the mistakes that it cannot be told from, each as code and node
 */
public record MadeSlip(String code, Node at, Fate fate, List<Naming> rivals) {
  /** What becomes of a mistake. */
  public enum Fate {
    /** It is named, with its node. */
    NAMED,
    /** The wrong numbers are the right ones, within the tolerance. */
    HIDDEN,
    /** The numbers are found wrong, and several mistakes, or none, explain them. */
    UNNAMED
  }

  public MadeSlip {
    rivals = List.copyOf(rivals);
  }
}
