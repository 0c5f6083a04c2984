package dev.letsbackprop.command;

import dev.letsbackprop.json.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** Explains how the service is started; by what it is, {@link ServeArguments} knows. */
@Command(name = "serve", customSynopsis = "letsbackprop serve [--PROPERTY=VALUE…]")
final class ServeCommand implements Runnable {
  @Unmatched List<String> others = new ArrayList<>();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  static CommandLine of() {
    CommandLine command = new CommandLine(new ServeCommand());
    Help.describe(
        command,
        "Starts the service. Options are properties of Spring Boot, and 'serve' may be left out.",
        "letsbackprop serve",
        "letsbackprop serve --server.port=9000");
    Help.exits(
        command,
        Map.of(
            Status.NOT_PASSED,
            "it could not start; the log says why",
            Status.PROBLEM,
            "an argument is no property"));
    return command;
  }

  /** Only what cannot start the service comes here. */
  @Override
  public void run() {
    String first =
        others.stream()
            .filter(argument -> !ServeArguments.areIn(new String[] {argument}))
            .findFirst()
            .orElse("");
    throw Failure.of(
        Commands.BAD_USAGE,
        "The service takes properties of Spring Boot, as in --server.port=9000, not "
            + Words.quote(first)
            + ".");
  }
}
