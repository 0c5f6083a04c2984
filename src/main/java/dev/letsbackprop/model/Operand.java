package dev.letsbackprop.model;

import dev.letsbackprop.model.DraftNode.DraftInput;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Part of a formula that has a value: a name, a number, or a step that is no node yet, because an
 * assignment may still name it.
 *
 * @param text as it is written canonically
 * @param priority how tightly its last operator binds
 * @param input the name or number; null for a step
 * @param step the step; null for a name or number
 */
record Operand(String text, int priority, @Nullable DraftInput input, @Nullable Step step) {
  /** What a node will be, but for its name. */
  record Step(
      String operation,
      List<DraftInput> inputs,
      Map<String, @Nullable Object> attributes,
      Origin origin) {}

  static Operand node(String name) {
    return new Operand(name, Operator.ATOM, new DraftInput(name, 0), null);
  }

  static Operand number(String text, double value) {
    boolean signed = text.startsWith("-");
    return new Operand(
        text, signed ? Operator.SIGN : Operator.ATOM, new DraftInput(null, value), null);
  }

  static Operand step(String text, int priority, Step step) {
    return new Operand(text, priority, null, step);
  }

  /** A number without a sign, which a sign before it makes another number rather than a step. */
  boolean isUnsignedNumber() {
    return input != null && input.id() == null && priority == Operator.ATOM;
  }

  /** Its text as part of an operator that needs at least that priority. */
  String within(int least) {
    return priority < least ? "(" + text + ")" : text;
  }
}
