package dev.letsbackprop.command;

import dev.letsbackprop.grading.Grade;
import dev.letsbackprop.grading.Verdict;
import dev.letsbackprop.json.Choices;
import dev.letsbackprop.json.Words;
import dev.letsbackprop.service.Exercise;
import dev.letsbackprop.service.GradeRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Grades of many submissions, a line each, for people. */
final class GradeTable {
  private static final String ENDING = ".json";
  private static final List<String> HEAD = List.of("submission", "points", "correct", "found");

  private final List<List<String>> rows = new ArrayList<>(List.of(HEAD));
  private final List<@Nullable Grade> grades = new ArrayList<>();

  private GradeTable() {}

  /**
   * The grades of files, and of all in folders, by name.
   *
   * @throws Failure where the assignment is refused, or a folder cannot be read; a submission that
   *     cannot be read is a line like all others
   */
  static GradeTable of(Grades grades, List<String> names) {
    Exercise exercise = grades.exercise();
    GradeTable table = new GradeTable();
    for (String name : names) {
      for (Source source : sources(name)) {
        table.add(grades, exercise, source);
      }
    }
    return table;
  }

  private void add(Grades grading, Exercise exercise, Source source) {
    String name = shown(source);
    GradeRequest request;
    try {
      request = grading.submission(exercise, source);
    } catch (Failure failure) {
      rows.add(List.of(name, "", "no", failure.sentence()));
      grades.add(null);
      return;
    }
    Grade grade = grading.graded(request).grade();
    grades.add(grade);
    rows.add(
        List.of(
            name,
            number(grade.score()) + " of " + number(grade.maxScore()),
            grade.passed() ? "yes" : "no",
            found(grade)));
  }

  /** The mistakes that have a name, and how many claims are wrong in another way. */
  private static String found(Grade grade) {
    List<String> found = new ArrayList<>(grade.misconceptions());
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    grade.items().forEach(item -> counts.merge(item.verdict(), 1, Integer::sum));
    counts.keySet().removeAll(EnumSet.of(Verdict.CORRECT, Verdict.CARRIED_FORWARD));
    if (!found.isEmpty()) {
      counts.remove(Verdict.INCORRECT);
    }
    counts.forEach(
        (verdict, count) -> found.add(count + " " + Choices.word(verdict).replace('_', ' ')));
    return String.join(", ", found);
  }

  private static String number(double value) {
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }

  /** The name of the file, since all of them stand in the same folder. */
  private static String shown(Source source) {
    if (source.isStandardInput()) {
      return Source.STANDARD_INPUT;
    }
    Path file = Path.of(source.name()).getFileName();
    String name = file == null ? source.name() : file.toString();
    return Words.shorten(
        name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name);
  }

  private static List<Source> sources(String name) {
    try {
      Path path = Path.of(name);
      if (!Files.isDirectory(path)) {
        return List.of(new Source(name));
      }
      List<String> files = new ArrayList<>();
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(path, "*" + ENDING)) {
        entries.forEach(file -> files.add(file.toString()));
      }
      Collections.sort(files);
      return files.stream().map(Source::new).toList();
    } catch (InvalidPathException e) {
      return List.of(new Source(name));
    } catch (IOException | DirectoryIteratorException e) {
      throw Failure.of(
          "The input cannot be read", "The folder " + Words.quote(name) + " cannot be read.");
    }
  }

  /** Whether every submission has enough; one that cannot be read has nothing. */
  boolean allReach(PassMark mark) {
    return grades.stream().allMatch(grade -> grade != null && mark.isReachedBy(grade));
  }

  String text() {
    int[] widths = new int[HEAD.size()];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], length(row.get(column)));
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < widths.length; column++) {
        String cell = row.get(column);
        line.append(cell).append(" ".repeat(widths[column] - length(cell) + 2));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
