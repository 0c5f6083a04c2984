package dev.letsbackprop.limit;

import org.jspecify.annotations.Nullable;

/**
 * One bound of what a request may need.
 *
 * <p>All that is known of a limit stands here: its setting, the document that lists limits, the
 * page of the documentation and the sentence of a refusal follow from it.
 */
public enum Limit {
  BODY(
      "json.bytes",
      1 << 25,
      1 << 30,
      "bytes",
      "a body; unless it is set, a thirty-second of the heap where that is less"),
  DEPTH("json.depth", 64, 1_000, "arrays and objects", "one within the other in a body"),
  DIGITS("json.digits", 1_000, 1 << 20, "digits", "a number, with those of its exponent"),
  STRING("json.string", 1 << 25, 1 << 30, "characters", "a string; packed tensors are strings"),
  NAME("json.name", 1_000, 1 << 16, "characters", "the name of a property, and so of a node"),
  TOKENS("json.tokens", 20_000_000, 1L << 40, "names, values and brackets", "a body"),
  ATTRIBUTE("json.attribute", 10_000, 1 << 20, "values", "one attribute of an operation"),
  TENSOR_RANK("tensor.rank", 32, 64, "axes", "a tensor that is sent"),
  TENSOR_ELEMENTS("tensor.elements", 1 << 24, 1 << 28, "elements", "a tensor that is sent"),

  NODES("model.nodes", 300_000, 1 << 24, "nodes", "a model, unnamed constants aside"),
  EDGES("model.edges", 1_000_000, 1 << 26, "inputs", "all nodes of a model together"),
  RANK("model.rank", 32, 64, "axes", "the value of a node"),
  ELEMENTS(
      "model.elements",
      1 << 23,
      1L << 32,
      "elements",
      "the values of all nodes together, sides of 0 counted as 1"),
  ALLOCATION(
      "model.allocation",
      1 << 26,
      1L << 35,
      "elements",
      "all tensors that the values and the gradients of a model are worked out by"),
  ARITHMETIC(
      "model.arithmetic",
      12_000_000_000L,
      1L << 50,
      "additions and multiplications",
      "all values and all gradients of a model, or all passes of a larger job"),
  ANSWER("model.answer", 1 << 24, 1L << 31, "elements", "all tensors of an answer"),
  FORMULA("model.formula", 1 << 20, 1 << 24, "characters", "a formula"),
  DERIVATIONS(
      "model.derivations",
      50_000,
      1 << 24,
      "inputs",
      "derivations, where a step names each of its inputs towards each of them"),
  SCRIPT("model.script", 1 << 25, 1 << 28, "characters", "a script"),

  DIAGRAM_NODES("diagram.nodes", 400, 10_000, "nodes", "a diagram"),
  DIAGRAM_EDGES("diagram.edges", 1_600, 40_000, "inputs", "all nodes of a diagram together"),
  DIAGRAM_PASSAGES(
      "diagram.passages",
      20_000,
      1 << 20,
      "columns",
      "all wires of a diagram together, one for each that a wire passes on its way"),

  EXERCISE_CHECK(
      "exercise.check", 20_000_000, 1L << 40, "steps", "making every mistake of an exercise"),
  BATCH_LINES("batch.lines", 1_000_000, 1L << 40, "lines", "a batch, the assignment aside"),
  BATCH_LINE(
      "batch.line",
      1 << 25,
      1 << 30,
      "bytes",
      "one line of a batch; unless it is set, a thirty-second of the heap where that is less"),

  MEMORY(
      "request.memory",
      0,
      1L << 40,
      "bytes",
      "all that one request needs at once; unless it is set, three eighths of the heap"),
  BODY_SECONDS("seconds.body", 30, 86_400, "seconds", "a body to arrive, and one line of a batch"),
  WAITING_SECONDS("seconds.waiting", 10, 86_400, "seconds", "waiting for one's turn"),
  COMPUTING_SECONDS(
      "seconds.computing", 30, 86_400, "seconds", "working out one answer, or one line of a batch"),
  ANSWER_SECONDS("seconds.answer", 120, 86_400, "seconds", "an answer to be taken away");

  private final String word;
  private final long standard;
  private final long highest;
  private final String unit;
  private final String of;

  Limit(String word, long standard, long highest, String unit, String of) {
    this.word = word;
    this.standard = standard;
    this.highest = highest;
    this.unit = unit;
    this.of = of;
  }

  /** The limit of that name, if there is one. */
  public static @Nullable Limit find(String word) {
    for (Limit limit : values()) {
      if (limit.word.equals(word)) {
        return limit;
      }
    }
    return null;
  }

  /** Its name, such as {@code model.nodes}. */
  public String word() {
    return word;
  }

  /**
   * What it is unless it is set.
   *
   * @param heap the bytes that the process may take for its objects
   */
  public long standard(long heap) {
    return switch (this) {
      case MEMORY -> heap / 8 * 3;
      case BODY, BATCH_LINE -> Math.min(standard, heap / 32);
      default -> standard;
    };
  }

  /** The most that it may be set to. */
  public long highest() {
    return highest;
  }

  /** How a sentence that tells its bound already names it: {@code (limit 'model.nodes')}. */
  public String mention() {
    return "(limit '" + word + "')";
  }

  /** What it counts. */
  public String unit() {
    return unit;
  }

  /** What may need so much. */
  public String of() {
    return of;
  }
}
