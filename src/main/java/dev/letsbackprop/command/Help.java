package dev.letsbackprop.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Gives every command's help the same parts: what it does, examples, what it exits with. */
final class Help {
  static final String ANSWERED = "the answer stands on standard output";
  static final String REFUSED =
      "a problem, told on standard error: a sentence for each fault, with a pointer to its place";

  private static final int WIDTH = 100;

  private Help() {}

  static void describe(CommandLine command, String summary, String... examples) {
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    usage.width(WIDTH);
    usage.sortOptions(false);
    usage.description(summary);
    usage.parameterListHeading("%n");
    usage.optionListHeading("%n");
    usage.commandListHeading("%nCommands:%n");
    usage.footerHeading("%nExamples:%n");
    usage.footer(
        Stream.of(examples)
            .flatMap(String::lines)
            .map(line -> "  " + plain(line))
            .toArray(String[]::new));
  }

  /**
   * Adds what a command exits with.
   *
   * @param statuses each a number and its meaning
   */
  static void exits(CommandLine command, Map<Integer, String> statuses) {
    Map<String, String> codes = new LinkedHashMap<>();
    new TreeMap<>(statuses).forEach((status, meaning) -> codes.put(" " + status, meaning));
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    usage.exitCodeListHeading("%nExits with:%n");
    usage.exitCodeList(codes);
  }

  /** The same for a command that prints an answer. */
  static void exitsAsAnswered(CommandLine command) {
    exits(command, Map.of(Status.OK, ANSWERED, Status.PROBLEM, REFUSED));
  }

  /** Text for a format. */
  private static String plain(String text) {
    return text.replace("%", "%%");
  }
}
