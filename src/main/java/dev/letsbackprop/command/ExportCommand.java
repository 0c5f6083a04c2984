package dev.letsbackprop.command;

import dev.letsbackprop.export.Library;
import dev.letsbackprop.service.ExportRequestReader;
import dev.letsbackprop.service.ExportService;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a model as a script. */
@Command(name = "exports")
final class ExportCommand implements Runnable {
  private static final String PATH = "/v1/exports";

  private final Streams streams;

  @Parameters(
      paramLabel = "REQUEST",
      arity = "0..1",
      description =
          "A file with what POST " + PATH + " takes as its body; - or none: standard input.")
  String file = Source.STANDARD_INPUT;

  @Option(
      names = "--framework",
      paramLabel = "NAME",
      converter = Chosen.OfLibrary.class,
      description = "One of numpy, pytorch, jax; left out, numpy.")
  Library framework = Library.NUMPY;

  @Mixin final StandardOptions standard = new StandardOptions();

  private ExportCommand(Streams streams) {
    this.streams = streams;
  }

  static CommandLine of(Streams streams) {
    CommandLine command = new CommandLine(new ExportCommand(streams));
    Help.describe(
        command,
        "The model as a script for NumPy, with the backward pass written out, for PyTorch or for"
            + " JAX.",
        "letsbackprop exports request.json > model.py",
        "letsbackprop exports --framework jax request.json | python3");
    Help.exitsAsAnswered(command);
    return command;
  }

  @Override
  public void run() {
    Answer.write(this::script, new Source(file), PATH, streams);
  }

  private Answer script(byte[] body) {
    return Answer.of(
        new ExportService(streams.limits())
            .export(ExportRequestReader.read(body, streams.limits()), framework));
  }
}
