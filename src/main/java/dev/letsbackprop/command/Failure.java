package dev.letsbackprop.command;

import dev.letsbackprop.json.Fault;
import dev.letsbackprop.json.JsonWriter;
import dev.letsbackprop.json.Refusal;
import dev.letsbackprop.json.Words;
import dev.letsbackprop.problem.Problem;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Ends a command with a problem, which can be told in sentences or as a document. */
final class Failure extends RuntimeException {
  private final transient Problem problem;
  private final transient List<String> sentences;

  private Failure(Problem problem, List<String> sentences) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
    this.sentences = sentences;
  }

  /** A failure that the service does not know. */
  static Failure of(String title, String sentence) {
    return new Failure(Problem.blank(title, null, sentence, null), List.of(sentence));
  }

  /**
   * What the service would answer to the same body.
   *
   * @param source what was read
   * @param path where the service would have been asked
   */
  static Failure of(Refusal refusal, Source source, String path) {
    List<String> sentences = new ArrayList<>();
    for (Fault fault : refusal.faults()) {
      String place = fault.pointer().isEmpty() ? "" : Words.visible(fault.pointer()) + ": ";
      sentences.add(source.prefix() + place + fault.detail());
    }
    int more = refusal.count() - refusal.faults().size();
    if (more > 0) {
      sentences.add(source.prefix() + "And " + more + " more.");
    }
    return new Failure(Problem.of(refusal, path), sentences);
  }

  /** All of it in one sentence. */
  String sentence() {
    return problem.detail();
  }

  List<String> sentences() {
    return sentences;
  }

  /** Tells it, a sentence a line or as the document. */
  void tell(PrintStream err, boolean json) {
    if (!json) {
      sentences.forEach(err::println);
      return;
    }
    try (JsonWriter writer = new JsonWriter(err)) {
      problem.write(writer);
    }
    err.println();
  }
}
