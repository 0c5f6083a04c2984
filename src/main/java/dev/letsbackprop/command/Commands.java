package dev.letsbackprop.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** All commands, and how what goes wrong in them is told: never as a stack trace. */
public final class Commands {
  static final String BAD_USAGE = "The command is not of the right form";

  private Commands() {}

  /** Runs one command; gives what the process exits with. */
  public static int run(String[] arguments, Streams streams) {
    boolean json = Arrays.asList(arguments).contains(StandardOptions.JSON);
    CommandLine root = root(streams);
    root.setParameterExceptionHandler(
        (e, given) -> {
          Usage.failure(e).tell(streams.err(), json);
          return Status.PROBLEM;
        });
    root.setExecutionExceptionHandler((e, command, parsed) -> told(e, streams, json));
    try {
      return root.execute(arguments);
    } catch (Error e) {
      return told(e, streams, json);
    }
  }

  private static int told(Throwable e, Streams streams, boolean json) {
    if (e instanceof ClosedPipe) {
      return Status.CLOSED_PIPE;
    }
    failure(e).tell(streams.err(), json);
    return Status.PROBLEM;
  }

  private static Failure failure(Throwable e) {
    if (e instanceof Failure known) {
      return known;
    }
    return e instanceof OutOfMemoryError
        ? Failure.of(
            "Out of memory",
            "Java has too little memory for this; JAVA_TOOL_OPTIONS=-Xmx4g gives it 4 GB.")
        : Failure.of(
            "Something went wrong here",
            "This is a fault of letsbackprop, not of the request: "
                + e.getClass().getSimpleName()
                + ". Please report it, with the request.");
  }

  private static CommandLine root(Streams streams) {
    CommandLine root = new CommandLine(new Root());
    Help.describe(
        root,
        "Differentiates models: the service's jobs from files and pipes, without a server, with the"
            + " same bytes as answer. Without a command, or with properties of Spring Boot alone,"
            + " it starts the service.",
        "letsbackprop gradients request.json",
        "letsbackprop grade assignment.json submission.json",
        "letsbackprop help grade",
        "letsbackprop serve --server.port=9000");
    Help.exits(
        root,
        Map.of(
            Status.OK,
            Help.ANSWERED,
            Status.NOT_PASSED,
            "a grade below the pass mark, or a service that is not well",
            Status.PROBLEM,
            Help.REFUSED));
    for (Job job : Job.ALL) {
      root.addSubcommand(JobCommand.of(job, streams));
    }
    root.addSubcommand(ExportCommand.of(streams));
    root.addSubcommand(DiagramCommand.of(streams));
    root.addSubcommand(GradeCommand.of(streams));
    root.addSubcommand(ServeCommand.of());
    root.addSubcommand(HealthCommand.of(streams));
    root.addSubcommand(helpCommand());
    boolean colour = streams.terminal() && System.getenv("NO_COLOR") == null;
    root.setColorScheme(CommandLine.Help.defaultColorScheme(colour ? Ansi.ON : Ansi.OFF));
    root.setOut(new PrintWriter(streams.out(), true, StandardCharsets.UTF_8));
    root.setErr(new PrintWriter(streams.err(), true, StandardCharsets.UTF_8));
    return root;
  }

  private static CommandLine helpCommand() {
    CommandLine command = new CommandLine(new CommandLine.HelpCommand());
    Help.describe(command, "Shows the help of a command.", "letsbackprop help gradients");
    return command;
  }

  /** What stands before a command. */
  @Command(name = "letsbackprop", versionProvider = Version.class)
  static final class Root {
    @Option(
        names = {"-h", "--help"},
        usageHelp = true,
        description = "Show this help.")
    boolean help;

    @Option(
        names = {"-V", "--version"},
        versionHelp = true,
        description = "Show the version.")
    boolean version;
  }

  /** The version that the jar says. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Commands.class.getPackage().getImplementationVersion();
      return new String[] {"letsbackprop " + (version == null ? "(not from a jar)" : version)};
    }
  }
}
