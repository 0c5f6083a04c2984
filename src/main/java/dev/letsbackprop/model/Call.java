package dev.letsbackprop.model;

import dev.letsbackprop.model.DraftNode.DraftInput;
import dev.letsbackprop.model.Operand.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call that is being read: an operation's name, inputs by place, then attributes by name. */
final class Call {
  private final Token name;
  private final Steps steps;
  private final StringBuilder written;
  private final List<DraftInput> inputs = new ArrayList<>(2);
  private final Map<String, @Nullable Object> attributes = new LinkedHashMap<>(4);
  private final Map<String, Integer> places = new HashMap<>(4);

  Call(Token name, Steps steps) {
    this.name = name;
    this.steps = steps;
    this.written = new StringBuilder(name.text()).append('(');
  }

  boolean hasAttributes() {
    return !attributes.isEmpty();
  }

  void input(Operand operand) {
    Operand settled = steps.settle(operand);
    separate();
    written.append(settled.text());
    inputs.add(Steps.input(settled));
  }

  /** Reads {@code name=value}; the lexer stands at the name. */
  void attribute(Lexer lexer) {
    Token attribute = lexer.next();
    if (places.putIfAbsent(attribute.text(), attribute.at()) != null) {
      throw new SyntaxFault(attribute.at(), "'" + attribute.text() + "' is given twice.");
    }
    lexer.next();
    separate();
    written.append(attribute.text()).append('=');
    attributes.put(attribute.text(), new AttributeValue(lexer, written).read());
  }

  private void separate() {
    written.append(inputs.isEmpty() && attributes.isEmpty() ? "" : ", ");
  }

  Operand finish() {
    return Operand.step(
        written.append(')').toString(),
        Operator.ATOM,
        new Step(name.text(), inputs, attributes, steps.origin(name.at(), places)));
  }
}
