package dev.letsbackprop.model;

import dev.letsbackprop.model.Token.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Reads the statements of a formula: precedence climbing with stacks of its own, so that no depth
 * of parentheses is too deep.
 *
 * <p>A statement at fault is told and skipped, and reading goes on with the next.
 */
final class FormulaParser {
  /** As many as an answer tells; the work that they make is bounded. */
  private static final int MOST_FLAWS = 100;

  private final Lexer lexer;
  private final Steps steps;
  private final Deque<Operand> operands = new ArrayDeque<>();
  private final Deque<Frame> frames = new ArrayDeque<>();
  private @Nullable Operand last;
  private int flaws;

  /**
   * What waits for the operand that is being read: an operator, a parenthesis, or a call.
   *
   * @param operator null for a parenthesis or a call
   * @param call null for a parenthesis or an operator
   */
  private record Frame(Token at, @Nullable Operator operator, @Nullable Call call) {}

  FormulaParser(String text, Steps steps) {
    this.lexer = new Lexer(text);
    this.steps = steps;
  }

  /**
   * Reads all statements.
   *
   * @return whether each could be read
   */
  boolean parse() {
    while (lexer.current().kind() != Kind.END && flaws < MOST_FLAWS) {
      if (lexer.current().endsStatement()) {
        lexer.next();
        continue;
      }
      try {
        statement();
      } catch (SyntaxFault fault) {
        flaws++;
        steps.fault(fault.at(), fault.sentence());
        operands.clear();
        frames.clear();
        lexer.skipStatement();
      }
    }
    return flaws == 0;
  }

  /** What the last statement gave, or null where there was none. */
  @Nullable Operand last() {
    return last;
  }

  private void statement() {
    Token name = lexer.current();
    if (name.kind() == Kind.NAME && lexer.isFollowedBy('=')) {
      lexer.next();
      lexer.next();
      steps.assign(name, expression());
      last = Operand.node(name.text());
    } else {
      last = steps.settle(expression());
    }
  }

  private Operand expression() {
    boolean operand = true;
    while (operand || !lexer.current().endsStatement() || isOpen()) {
      operand = operand ? operand() : afterOperand();
    }
    reduce();
    return operands.pop();
  }

  private boolean isOpen() {
    for (Frame frame : frames) {
      if (frame.operator() == null) {
        return true;
      }
    }
    return false;
  }

  /** Reads what can stand where an operand must; returns whether one must still follow. */
  private boolean operand() {
    Token token = lexer.current();
    Operator sign = Operator.before(token);
    if (sign != null) {
      frames.push(new Frame(lexer.next(), sign, null));
      return true;
    }
    if (token.is("(")) {
      frames.push(new Frame(lexer.next(), null, null));
      return true;
    }
    if (token.kind() == Kind.NUMBER) {
      operands.push(Operand.number(token.text(), Numeral.value(token)));
      lexer.next();
      return false;
    }
    if (token.kind() != Kind.NAME) {
      throw Expectation.fault(Expectation.OPERAND, token, unclosed());
    }
    if (lexer.isFollowedBy('(')) {
      lexer.next();
      Call call = new Call(token, steps);
      frames.push(new Frame(lexer.next(), null, call));
      return argument(call);
    }
    operands.push(steps.named(token));
    lexer.next();
    return false;
  }

  /** Reads what can stand after an operand; returns whether another must follow. */
  private boolean afterOperand() {
    Token token = lexer.current();
    if (token.is("[")) {
      operands.push(Subscript.of(operands.pop(), lexer, steps));
      return false;
    }
    Operator operator = Operator.between(token);
    if (operator != null) {
      reduceBefore(operator);
      // It will be an input; as a node now, it stands before those of the operand to the right.
      operands.push(steps.settle(operands.pop()));
      frames.push(new Frame(lexer.next(), operator, null));
      return true;
    }
    reduce();
    Frame open = frames.peek();
    Call call = open == null ? null : open.call();
    if (open != null && token.is(")")) {
      if (call == null) {
        close();
      } else {
        call.input(operands.pop());
        close(call);
      }
      return false;
    }
    if (call != null && token.is(",")) {
      call.input(operands.pop());
      lexer.next();
      return argument(call);
    }
    String expected =
        open == null ? "an operator" : "an operator" + (call == null ? " or ')'" : ", ',' or ')'");
    throw Expectation.fault(expected, token, product(token) + unclosed());
  }

  /** Two operands side by side are a product on paper. */
  private static String product(Token found) {
    boolean operand = found.kind() == Kind.NAME || found.kind() == Kind.NUMBER || found.is("(");
    return operand ? " A product is written with '*'." : "";
  }

  /** Reads attributes, and the end of the call; returns whether an operand must follow. */
  private boolean argument(Call call) {
    while (lexer.current().kind() == Kind.NAME && lexer.isFollowedBy('=')) {
      call.attribute(lexer);
      if (lexer.current().is(",")) {
        lexer.next();
      } else if (!lexer.current().is(")")) {
        throw Expectation.fault("',' or ')'", lexer.current(), unclosed());
      }
    }
    if (lexer.current().is(")")) {
      close(call);
      return false;
    }
    if (call.hasAttributes()) {
      throw Expectation.fault(
          "an attribute such as axis=0, or ')'",
          lexer.current(),
          " Inputs come before attributes.");
    }
    return true;
  }

  private void close(Call call) {
    close();
    operands.push(call.finish());
  }

  private void close() {
    frames.pop();
    lexer.next();
  }

  private void reduceBefore(Operator following) {
    for (Frame top = frames.peek(); top != null; top = frames.peek()) {
      Operator operator = top.operator();
      if (operator == null || !operator.precedes(following)) {
        return;
      }
      reduce(top, operator);
    }
  }

  /** Applies all operators down to the innermost open parenthesis. */
  private void reduce() {
    for (Frame top = frames.peek(); top != null; top = frames.peek()) {
      Operator operator = top.operator();
      if (operator == null) {
        return;
      }
      reduce(top, operator);
    }
  }

  private void reduce(Frame frame, Operator operator) {
    frames.pop();
    Operand right = operands.pop();
    operands.push(
        operator.isSign()
            ? steps.sign(operator, frame.at().at(), right)
            : steps.apply(operator, frame.at().at(), operands.pop(), right));
  }

  /** Where a parenthesis is open at the end of the statement, or on an earlier line: which. */
  private String unclosed() {
    for (Frame frame : frames) {
      if (frame.operator() == null) {
        Token open = frame.at();
        String between = lexer.text().substring(open.at(), lexer.current().at());
        boolean tells =
            lexer.current().endsStatement()
                || between.indexOf('\n') >= 0
                || between.indexOf('\r') >= 0;
        return tells
            ? " The '(' at " + new Excerpt(lexer.text(), open.at()).place() + " is not closed."
            : "";
      }
    }
    return "";
  }
}
