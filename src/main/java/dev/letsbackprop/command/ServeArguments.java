package dev.letsbackprop.command;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The arguments that start the service: none, or {@code serve}, or options of Spring Boot, with
 * {@code serve} before them or without.
 *
 * <p>They are told apart here, before anything of a command is loaded, so that the service starts
 * as fast as ever.
 */
public final class ServeArguments {
  private static final String SERVE = "serve";
  private static final Pattern PROPERTY = Pattern.compile("--[^=]*\\.[^=]*(=.*)?", Pattern.DOTALL);
  private static final Set<String> SWITCHES = Set.of("--debug", "--trace");

  private ServeArguments() {}

  /** Whether the service is meant; where it is not, a command is. */
  public static boolean areIn(String[] arguments) {
    return Stream.of(of(arguments)).allMatch(ServeArguments::isOfSpring);
  }

  /** The arguments without {@code serve}. */
  public static String[] of(String[] arguments) {
    return arguments.length > 0 && arguments[0].equals(SERVE)
        ? Arrays.copyOfRange(arguments, 1, arguments.length)
        : arguments;
  }

  /** Spring Boot ignores what it does not know, so a slip of the pen must not look like its own. */
  private static boolean isOfSpring(String argument) {
    return SWITCHES.contains(argument) || PROPERTY.matcher(argument).matches();
  }
}
