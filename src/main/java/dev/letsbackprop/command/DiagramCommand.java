package dev.letsbackprop.command;

import dev.letsbackprop.diagram.Format;
import dev.letsbackprop.service.DiagramRequestReader;
import dev.letsbackprop.service.DiagramService;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws a model. */
@Command(name = "diagram")
final class DiagramCommand implements Runnable {
  private static final String PATH = "/v1/diagrams";

  private final Streams streams;

  @Parameters(
      paramLabel = "REQUEST",
      arity = "0..1",
      description =
          "A file with what POST " + PATH + " takes as its body; - or none: standard input.")
  String file = Source.STANDARD_INPUT;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      converter = Chosen.OfDiagram.class,
      description = "One of svg, dot, mermaid; left out, svg.")
  Format format = Format.SVG;

  @Mixin final StandardOptions standard = new StandardOptions();

  private DiagramCommand(Streams streams) {
    this.streams = streams;
  }

  static CommandLine of(Streams streams) {
    CommandLine command = new CommandLine(new DiagramCommand(streams));
    Help.describe(
        command,
        "The model as a picture: values above the wires, gradients below.",
        "letsbackprop diagram request.json > model.svg",
        "letsbackprop diagram --format dot request.json | dot -Tpng > model.png");
    Help.exitsAsAnswered(command);
    return command;
  }

  @Override
  public void run() {
    Answer.write(this::drawn, new Source(file), PATH, streams);
  }

  private Answer drawn(byte[] body) {
    return Answer.of(
        new DiagramService(streams.limits())
            .draw(DiagramRequestReader.read(body, streams.limits()), format));
  }
}
