package dev.letsbackprop.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One can learn from the help: all commands are listed, and each has the same parts. */
class HelpTest {
  private static final Pattern COMMAND = Pattern.compile("^  ([a-z-]+) {2,}[A-Z]");
  private static final Pattern PIPED =
      Pattern.compile("echo '(?<body>[^']+)' \\|\\n    letsbackprop (?<command>[a-z-]+)");

  static List<String> commands() {
    return Run.of("", "--help")
        .out()
        .lines()
        .map(COMMAND::matcher)
        .filter(java.util.regex.Matcher::find)
        .map(found -> found.group(1))
        .filter(name -> !name.equals("help"))
        .toList();
  }

  @Test
  void allCommandsAreListed() {
    assertTrue(
        commands()
            .containsAll(
                List.of(
                    "gradients",
                    "gradient-graphs",
                    "hessians",
                    "jacobians",
                    "gradient-checks",
                    "exports",
                    "diagram",
                    "grade",
                    "serve",
                    "health")),
        commands().toString());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void eachHasEveryPart(String command) {
    Run run = Run.of("", command, "--help");
    assertEquals(0, run.status());
    assertEquals("", run.err());
    assertEquals(run, Run.of("", "help", command));
    String help = run.out();
    for (String part :
        List.of("Usage: letsbackprop " + command, "\nExits with:\n", "\nExamples:\n", "--help")) {
      assertTrue(help.contains(part), () -> part + " is not in\n" + help);
    }
    assertTrue(help.lines().allMatch(line -> line.length() <= 100), help);
  }

  /** The examples that give their input along run. */
  @ParameterizedTest
  @MethodSource("commands")
  void theExamplesRun(String command) {
    var examples = PIPED.matcher(Run.of("", command, "--help").out());
    while (examples.find()) {
      Run run = Run.of(examples.group("body"), examples.group("command"));
      assertEquals(0, run.status(), run.err());
    }
  }

  @Test
  void everyJobHasSuchAnExample() {
    for (Job job : Job.ALL) {
      assertTrue(PIPED.matcher(Run.of("", job.name(), "--help").out()).find(), job.name());
    }
  }

  @Test
  void theVersionIsSaid() {
    Run run = Run.of("", "--version");
    assertEquals(0, run.status());
    assertTrue(run.out().startsWith("letsbackprop "), run.out());
  }
}
