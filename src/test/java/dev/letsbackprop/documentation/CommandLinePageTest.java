package dev.letsbackprop.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.command.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page of the command line shows is what comes out. */
class CommandLinePageTest {
  private static final Pattern PIPED =
      Pattern.compile(
          "```console\\n" + "\\$ echo '([^']+)' \\| letsbackprop ([^\\n]+)\\n" + "(.+?)```",
          Pattern.DOTALL);

  @Test
  void everyPipeGivesWhatStandsBelowIt() throws Exception {
    String page = Files.readString(Path.of("docs/command-line.md"));
    Matcher piped = PIPED.matcher(page);
    int found = 0;
    while (piped.find()) {
      Run run = Run.of(piped.group(1), piped.group(2).split(" "));
      assertEquals(piped.group(3), run.out() + run.err());
      found++;
    }
    assertEquals(page.split("\\$ echo", -1).length - 1, found);
    assertTrue(found > 0);
  }
}
