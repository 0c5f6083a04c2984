package dev.letsbackprop.command;

import picocli.CommandLine.Option;

/** What every command takes. */
final class StandardOptions {
  static final String JSON = "--json";

  @Option(names = JSON, description = "Tell a problem as the JSON document that the service sends.")
  boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;
}
