package dev.letsbackprop.limit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.letsbackprop.diagram.Format;
import dev.letsbackprop.export.Library;
import dev.letsbackprop.service.Ask;
import dev.letsbackprop.service.BatchGrader;
import dev.letsbackprop.service.DiagramRequestReader;
import dev.letsbackprop.service.DiagramService;
import dev.letsbackprop.service.ExerciseCheckRequest;
import dev.letsbackprop.service.ExerciseCheckService;
import dev.letsbackprop.service.ExportRequestReader;
import dev.letsbackprop.service.ExportService;
import dev.letsbackprop.service.Pace;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;

/** A case of every limit that counts something. */
final class LimitCases {
  private static final String CHAIN =
      "{'nodes': {'x': {'value': [1, 2]}, 'y': {'op': 'add', 'inputs': ['x', 3]},"
          + "'z': {'op': 'sum', 'inputs': ['y']}}}";
  private static final String FORMULA = "{'formula': 'x + x', 'values': {'x': 1}}";

  /** Three nodes in a row, and a wire from the first to the last past the other two's edges. */
  private static final String PAST = "{'formula': 'a = exp(x); a * x', 'values': {'x': 1}}";

  private static final String EXERCISE =
      "{'model': {'formula': 'q = x + y; f = q * z', 'values': {'x': -2, 'y': 5, 'z': -4}}}";
  private static final String BATCH =
      "{'assignment': " + EXERCISE + "}\n{'id': 'a', 'claims': {}}\n{'id': 'b', 'claims': {}}\n";

  static final List<LimitCase> ALL =
      List.of(
          gradients(Limit.BODY, FORMULA.length(), FORMULA),
          // The body, its nodes, the node x, and the two axes of its value.
          gradients(Limit.DEPTH, 5, "{'nodes': {'x': {'value': [[1]]}}, 'upstream': [[1]]}"),
          gradients(Limit.DIGITS, 7, "{'formula': 'x', 'values': {'x': 123.45e10}}"),
          gradients(Limit.STRING, 5, FORMULA),
          gradients(Limit.NAME, 9, "{'formula': 'ninechars', 'values': {'ninechars': 1}}"),
          // Four brackets, three names, two values.
          gradients(Limit.TOKENS, 9, "{'formula': 'x', 'values': {'x': 1}}"),
          // The list, and what is in it.
          gradients(
              Limit.ATTRIBUTE,
              3,
              "{'nodes': {'x': {'value': [[1]]}, 'y': {'op': 'transpose', 'inputs': ['x'],"
                  + "'attributes': {'axes': [1, 0]}}, 'z': {'op': 'sum', 'inputs': ['y']}}}"),
          gradients(
              Limit.TENSOR_RANK, 2, "{'formula': 'sum(x)', 'values': {'x': [[1, 2], [3, 4]]}}"),
          gradients(
              Limit.TENSOR_ELEMENTS, 4, "{'formula': 'sum(x)', 'values': {'x': [[1, 2], [3, 4]]}}"),
          gradients(Limit.NODES, 3, CHAIN),
          gradients(Limit.EDGES, 3, CHAIN),
          gradients(Limit.RANK, 1, CHAIN),
          gradients(Limit.ELEMENTS, 5, CHAIN),
          gradients(Limit.ALLOCATION, 929, mish()),
          gradients(Limit.ARITHMETIC, 15, CHAIN),
          gradients(Limit.ANSWER, 10, CHAIN),
          gradients(Limit.FORMULA, 5, FORMULA),
          new LimitCase(
              Limit.DERIVATIONS,
              told("name", Limit.DERIVATIONS, LimitCases::derivations),
              LimitCases::derivations),
          new LimitCase(Limit.SCRIPT, export(Limits.DEFAULT).length(), LimitCases::export),
          new LimitCase(Limit.DIAGRAM_NODES, 3, LimitCases::diagram),
          new LimitCase(Limit.DIAGRAM_EDGES, 3, LimitCases::diagram),
          new LimitCase(Limit.DIAGRAM_PASSAGES, 3, LimitCases::diagram),
          new LimitCase(
              Limit.EXERCISE_CHECK,
              told("about", Limit.EXERCISE_CHECK, LimitCases::check),
              LimitCases::check),
          new LimitCase(Limit.BATCH_LINES, 2, LimitCases::batch),
          new LimitCase(
              Limit.BATCH_LINE, "{'id': 'b', 'claims': {}}".length() + 80, LimitCases::longLine));

  private LimitCases() {}

  private static LimitCase gradients(Limit limit, long need, String body) {
    return new LimitCase(limit, need, limits -> Ask.gradients(Ask.bytes(body), limits));
  }

  /**
   * Ten numbers and nine times mish of them are 100. Backward each mish makes nine times ten and a
   * constant, and ten come in from above: 829 more.
   */
  private static String mish() {
    StringBuilder chain = new StringBuilder("{'nodes': {'x0': {'value': [1,2,3,4,5,6,7,8,9,0]}");
    for (int at = 1; at <= 9; at++) {
      chain.append(", 'x" + at + "': {'op': 'mish', 'inputs': ['x" + (at - 1) + "']}");
    }
    return chain + "}, 'upstream': [1,1,1,1,1,1,1,1,1,1]}";
  }

  private static String export(Limits limits) {
    return new ExportService(limits)
        .export(ExportRequestReader.read(Ask.bytes(FORMULA), limits), Library.NUMPY);
  }

  private static String diagram(Limits limits) {
    return new DiagramService(limits)
        .draw(DiagramRequestReader.read(Ask.bytes(PAST), limits), Format.SVG);
  }

  private static String derivations(Limits limits) {
    String body =
        "{'formula': 'sum(stack(x, y, z))', 'values': {'x': 1, 'y': 2, 'z': 3},"
            + "'include': ['derivations']}";
    return Ask.gradients(Ask.bytes(body), limits);
  }

  /** What nobody would count by hand is told when nothing at all is allowed. */
  private static long told(String before, Limit limit, Function<Limits, String> ask) {
    String sentence = Ask.faults(() -> ask.apply(Limits.DEFAULT.with(limit, 0))).get(0);
    return Long.parseLong(sentence.replaceFirst(".* " + before + " (\\d+)\\..*", "$1"));
  }

  private static String check(Limits limits) {
    return new ExerciseCheckService(limits)
        .check(ExerciseCheckRequest.read(Ask.bytes(EXERCISE), limits))
        .toString();
  }

  private static String batch(Limits limits) {
    return batch(BATCH, limits);
  }

  private static String longLine(Limits limits) {
    return batch(
        BATCH.replace("'b', 'claims': {}}", "'b', 'claims': {}}" + " ".repeat(80)), limits);
  }

  private static String batch(String lines, Limits limits) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      BatchGrader.of(new ByteArrayInputStream(Ask.bytes(lines)), limits, Pace.FREE)
          .grade(out, count -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(UTF_8);
  }
}
