package dev.letsbackprop.documentation;

import java.util.ArrayList;
import java.util.List;

/** The one unified diff of a document. */
record Patch(String file, List<String> lines) {

  static Patch in(String document) {
    String fence = "```diff\n";
    int start = document.indexOf(fence);
    if (start < 0 || document.indexOf(fence, start + 1) >= 0) {
      throw new AssertionError("expected exactly one diff");
    }
    int end = document.indexOf("```", start + fence.length());
    List<String> lines =
        new ArrayList<>(document.substring(start + fence.length(), end).lines().toList());
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
