package dev.letsbackprop.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.CommonMistake;
import dev.letsbackprop.operation.Entry;
import dev.letsbackprop.operation.Misconception;
import dev.letsbackprop.operation.Template;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The codes of all misconceptions stay, and their texts are sentences wherever they are made. */
class LessonsTest {
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
  private static final Set<String> OF_OPERATIONS = Set.of("x", "other", "y");
  private static final Set<String> ANYWHERE = Set.of("x", "y", "consumers");

  static Stream<Entry> entries() {
    return Catalogue.entries().stream().filter(entry -> !entry.misconceptions().isEmpty());
  }

  private static Set<String> codes() {
    Set<String> codes = new HashSet<>();
    Lessons.all().forEach(lesson -> assertTrue(codes.add(lesson.code()), lesson::code));
    entries().flatMap(entry -> entry.misconceptions().stream()).forEach(m -> codes.add(m.code()));
    return codes;
  }

  /** A code that was published is in reports and courses: it must not go. */
  @Test
  void publishedCodesStay() throws IOException {
    try (InputStream published =
        Objects.requireNonNull(
            LessonsTest.class.getResourceAsStream("/misconceptions/published.txt"))) {
      List<String> gone =
          new String(published.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(code -> !codes().contains(code))
              .toList();
      assertEquals(List.of(), gone);
    }
  }

  @Test
  void codesAreWords() {
    codes().forEach(code -> assertTrue(code.matches("[a-z0-9_]+\\.[a-z_]+"), code));
  }

  private static void assertPlaces(String text, Set<String> known) {
    Matcher place = PLACE.matcher(text);
    while (place.find()) {
      assertTrue(known.contains(place.group(1)), text);
    }
    assertFalse(PLACE.matcher(text).replaceAll("").matches(".*[{}].*"), text);
  }

  /** They stand within "At f = q × z …: ….", where a name or a colon would be one too many. */
  private static void assertReads(String did, String due) {
    for (String part : List.of(did, due)) {
      assertFalse(part.matches(".*([.:!?]| )"), part);
      assertFalse(part.contains(":") || part.contains("  ") || part.contains(". "), part);
      assertTrue(part.length() > 10 && part.length() < 220, part);
    }
    assertTrue(
        did.matches("(the|a|an|some|only|one|what|everything|nothing|both|every)\\b.*"), did);
  }

  @Test
  void general() {
    for (Lesson lesson : Lessons.all()) {
      assertPlaces(lesson.did() + lesson.due(), ANYWHERE);
      assertReads(lesson.did(), lesson.due());
      Map<String, String> names = Map.of("x", "q", "y", "f", "consumers", "f and g");
      assertFalse(Template.put(lesson.did() + lesson.due(), names).contains("{"));
    }
  }

  @ParameterizedTest
  @MethodSource("entries")
  void ofOperations(Entry entry) {
    for (Misconception each : entry.misconceptions()) {
      assertPlaces(each.did() + each.due(), OF_OPERATIONS);
      assertReads(each.did(), each.due());
    }
    for (CommonMistake mistake : CommonMistake.of(entry)) {
      String sentence = "At f " + mistake.did() + ": " + mistake.due() + ".";
      assertTrue(sentence.matches("At f [^{}:]+: [^{}:]+[^{}:.]\\."), sentence);
      assertFalse(sentence.matches(".*\\b(\\w+) (is|and|as|not|was) \\1\\b.*"), sentence);
      assertFalse(sentence.matches(".*\\b(\\w+) \\1\\b.*"), sentence);
    }
  }
}
