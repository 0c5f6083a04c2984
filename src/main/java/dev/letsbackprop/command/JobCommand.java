package dev.letsbackprop.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Does one of the jobs. */
@Command
final class JobCommand implements Runnable {
  private final Job job;
  private final Streams streams;

  @Mixin final StandardOptions standard = new StandardOptions();

  @Parameters(
      paramLabel = "REQUEST",
      arity = "0..1",
      description =
          "A file with what POST /v1/${COMMAND-NAME} takes as its body; - or none: standard input.")
  String file = Source.STANDARD_INPUT;

  private JobCommand(Job job, Streams streams) {
    this.job = job;
    this.streams = streams;
  }

  static CommandLine of(Job job, Streams streams) {
    CommandLine command = new CommandLine(new JobCommand(job, streams));
    command.getCommandSpec().name(job.name());
    Help.describe(
        command,
        job.summary(),
        "letsbackprop " + job.name() + " request.json",
        "echo '" + job.example() + "' |\n  letsbackprop " + job.name());
    Help.exitsAsAnswered(command);
    return command;
  }

  @Override
  public void run() {
    Answer.write(body -> job.answer(body, streams.limits()), new Source(file), job.path(), streams);
  }
}
