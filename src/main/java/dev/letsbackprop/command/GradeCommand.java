package dev.letsbackprop.command;

import dev.letsbackprop.platform.ResultFormat;
import dev.letsbackprop.service.Exercise;
import dev.letsbackprop.service.GradeReport;
import dev.letsbackprop.service.GradeRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Grades submissions. */
@Command(name = "grade")
final class GradeCommand implements Callable<Integer> {
  private final Streams streams;

  @Parameters(
      index = "0",
      paramLabel = "ASSIGNMENT",
      arity = "0..1",
      description =
          "A file with a model and how it is graded: what POST /v1/grades takes, without claims."
              + " Alone it has the claims as well. - or none: standard input.")
  String assignment = Source.STANDARD_INPUT;

  @Parameters(
      index = "1..*",
      paramLabel = "SUBMISSION",
      arity = "0..*",
      description =
          "A file with the claims: {\"claims\": {…}}; - for standard input. With --table several,"
              + " or folders of them.")
  List<String> submissions = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "NAME",
      converter = Chosen.OfResultFormat.class,
      description =
          "Write the result of a platform: gradescope, prairielearn, artemis or coderunner. A"
              + " submission that cannot be read is one, too: no points, and why.")
  @Nullable ResultFormat format;

  @Option(names = "--table", description = "Print a table for people, a line for each submission.")
  boolean table;

  @Option(
      names = "--batch",
      description =
          "Grade lines: the first file, or standard input, has {\"assignment\": {…}} as its first"
              + " line, and then {\"id\": \"…\", \"claims\": {…}} on each. A line comes back for"
              + " each, and a summary.")
  boolean batch;

  @Option(
      names = "--pass-mark",
      paramLabel = "SHARE",
      converter = PassMark.Converter.class,
      description = "The share of the points that is enough, such as 60%% or 0.6.")
  @Nullable PassMark passMark;

  @Mixin final StandardOptions standard = new StandardOptions();

  private GradeCommand(Streams streams) {
    this.streams = streams;
  }

  static CommandLine of(Streams streams) {
    CommandLine command = new CommandLine(new GradeCommand(streams));
    Help.describe(
        command,
        "Grades what a student claims, and names the mistake.",
        "letsbackprop grade assignment.json submission.json",
        "letsbackprop grade assignment.json submission.json --format gradescope > results.json",
        "letsbackprop grade assignment.json - --pass-mark 60% < submission.json",
        "letsbackprop grade assignment.json submissions/ --table",
        "letsbackprop grade --batch < submissions.ndjson > grades.ndjson");
    Help.exits(
        command,
        Map.of(
            Status.OK,
            Help.ANSWERED,
            Status.NOT_PASSED,
            "the same, and a score is below the pass mark",
            Status.PROBLEM,
            Help.REFUSED));
    return command;
  }

  @Override
  public Integer call() {
    check();
    if (batch) {
      GradeBatch.run(new Source(assignment), streams);
      return Status.OK;
    }
    Grades grades = new Grades(new Source(assignment), streams);
    if (table) {
      GradeTable rows = GradeTable.of(grades, submissions);
      Answer.of(rows.text()).write(streams);
      return status(passMark == null || rows.allReach(passMark));
    }
    GradeReport report =
        submissions.isEmpty()
            ? grades.whole()
            : grades.graded(request(grades, new Source(submissions.get(0))));
    Answer answer = format == null ? Answer.of(report) : Answer.of(report.as(format));
    answer.write(streams);
    return status(passMark == null || passMark.isReachedBy(report.grade()));
  }

  private void check() {
    if (batch && (table || format != null || passMark != null || !submissions.isEmpty())) {
      throw badUsage("A batch is one file, and takes none of --table, --format and --pass-mark.");
    }
    if (table && format != null) {
      throw badUsage("A table is for people, a format for a platform: not both.");
    }
    if (table && submissions.isEmpty()) {
      throw badUsage("A table needs submissions, or a folder of them.");
    }
    if (!table && submissions.size() > 1) {
      throw badUsage("One submission at a time, or several with --table.");
    }
    int inputs = (int) submissions.stream().filter(Source.STANDARD_INPUT::equals).count();
    if (inputs + (assignment.equals(Source.STANDARD_INPUT) ? 1 : 0) > 1) {
      throw badUsage("Standard input can be one of the files, not several.");
    }
  }

  private static Failure badUsage(String sentence) {
    return Failure.of(Commands.BAD_USAGE, sentence);
  }

  /** The student shall see what is wrong where the platform shows results. */
  private GradeRequest request(Grades grades, Source submitted) {
    Exercise exercise = grades.exercise();
    try {
      return grades.submission(exercise, submitted);
    } catch (Failure failure) {
      if (format != null) {
        Answer.of(format.refused(failure.sentences())).write(streams);
      }
      throw failure;
    }
  }

  private static int status(boolean enough) {
    return enough ? Status.OK : Status.NOT_PASSED;
  }
}
