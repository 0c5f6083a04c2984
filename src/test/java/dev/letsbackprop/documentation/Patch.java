package dev.letsbackprop.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A unified diff of a document. */
record Patch(String file, List<String> lines) {
  private static final Pattern DIFF = Pattern.compile("```diff\n(.*?)```", Pattern.DOTALL);

  /** All diffs of a document, in order. */
  static List<Patch> in(String document) {
    return DIFF.matcher(document).results().map(diff -> of(diff.group(1))).toList();
  }

  private static Patch of(String diff) {
    List<String> lines = new ArrayList<>(diff.lines().toList());
    List<String> files = lines.stream().filter(line -> line.startsWith("+++ b/")).toList();
    if (files.size() != 1) {
      throw new AssertionError("the diff touches " + files.size() + " files");
    }
    lines.removeIf(line -> line.startsWith("+++ ") || line.startsWith("--- "));
    return new Patch(files.get(0).substring("+++ b/".length()), lines);
  }

  /** The text with every hunk applied, each where its context stands. */
  String apply(String text) {
    String patched = text;
    StringBuilder before = new StringBuilder();
    StringBuilder after = new StringBuilder();
    for (String line : lines) {
      if (line.startsWith("@@")) {
        patched = replace(patched, before, after);
        continue;
      }
      String content = line.isEmpty() ? "" : line.substring(1);
      if (!line.startsWith("+")) {
        before.append(content).append('\n');
      }
      if (!line.startsWith("-")) {
        after.append(content).append('\n');
      }
    }
    return replace(patched, before, after);
  }

  private static String replace(String text, StringBuilder before, StringBuilder after) {
    String old = before.toString();
    String fresh = after.toString();
    before.setLength(0);
    after.setLength(0);
    int at = text.indexOf(old);
    if (at < 0 || (!old.isEmpty() && text.indexOf(old, at + 1) >= 0)) {
      throw new AssertionError("the context stands nowhere, or twice:\n" + old);
    }
    return text.substring(0, at) + fresh + text.substring(at + old.length());
  }
}
