package dev.letsbackprop.command;

import dev.letsbackprop.json.Suggestion;
import dev.letsbackprop.json.Words;
import java.util.Collection;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what is wrong with arguments, and what may have been meant. */
final class Usage {
  private Usage() {}

  static Failure failure(ParameterException e) {
    CommandLine command = e.getCommandLine();
    String sentence =
        e instanceof UnmatchedArgumentException unmatched ? sentence(unmatched) : end(e);
    return Failure.of(
        Commands.BAD_USAGE,
        sentence + " See '" + command.getCommandSpec().qualifiedName() + " --help'.");
  }

  private static String sentence(UnmatchedArgumentException e) {
    CommandLine command = e.getCommandLine();
    String first = e.getUnmatched().get(0);
    if (first.startsWith("-") && first.length() > 1) {
      int equals = first.indexOf('=');
      String name = equals < 0 ? first : first.substring(0, equals);
      return unknown("option", name, command.getCommandSpec().optionsMap().keySet());
    }
    return command.getSubcommands().isEmpty()
        ? "One argument too many: " + Words.quote(first) + "."
        : unknown("command", first, command.getSubcommands().keySet());
  }

  private static String unknown(String what, String word, Collection<String> known) {
    return "No " + what + " " + Words.quote(word) + "." + Suggestion.didYouMean(word, known);
  }

  private static String end(ParameterException e) {
    String message = Words.visible(String.valueOf(e.getMessage()));
    return message.endsWith(".") || message.endsWith("?") ? message : message + ".";
  }
}
