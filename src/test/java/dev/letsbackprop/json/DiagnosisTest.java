package dev.letsbackprop.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.letsbackprop.limit.Limits;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosisTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{`a`: 1}x        | 1, column 9: expected the end of the body, found 'x'.",
        "[1, 2}           | 1, column 6: expected a comma or the end of the array, found '}'.",
        "{`a`: 1 ]        | 1, column 9: expected a comma or the end of the object, found ']'.",
        "{`a` 1}          | 1, column 6: expected a colon, found '1'.",
        "[1,]             | 1, column 4: expected a value, found ']'.",
        "[,1]             | 1, column 2: expected a value or the end of the array, found ','.",
        "{`a`: 1,}        | 1, column 9: expected a name in double quotes, found '}'.",
        "{a: 1}           | 1, column 2: expected a name in double quotes or the end of the object,"
            + " found 'a'.",
        "[1               | 1, column 3: expected a comma or the end of the array, found the end of"
            + " the body.",
        "[True]           | 1, column 2: expected a value or the end of the array, found 'True'.",
        "[NaN]            | 1, column 2: expected a value or the end of the array, found 'NaN'; it"
            + " is written in double quotes.",
        "[-Infinity]      | 1, column 3: the number breaks off, expected a digit.",
        "[€]              | 1, column 2: expected a value or the end of the array, found '€'.",
        "[01]             | 1, column 3: a number has no leading zeros.",
        "[1.]             | 1, column 4: the number breaks off, expected a digit.",
        "[1e+]            | 1, column 5: the number breaks off, expected a digit.",
        "[`\\x`]          | 1, column 3: a backslash is followed by one of ` \\ / b f n r t u.",
        "[`\\u12g4`]      | 1, column 3: \\u is followed by four hexadecimal digits.",
        "[`a, 1]          | 1, column 2: the string that starts here has no end.",
        "{`a: 1}          | 1, column 2: the name that starts here has no end.",
      })
  void theSentenceTellsWhatWasExpectedAndWhere(String body, String sentence) {
    assertThat(Reading.malformed(body.replace('`', '"')))
        .isEqualTo("Not JSON at line " + sentence.replace('`', '"'));
  }

  @Test
  void linesEndAsInAnyEditor() {
    assertThat(Reading.malformed("{\n\r\n\r é:")).startsWith("Not JSON at line 4, column 2: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"some \0 text\"", "\"tab\tb\"", "{\"line\nb\": 1}"})
  void controlCharactersInStringsAreRefused(String body) {
    assertThat(Reading.malformed(body)).contains("cannot hold the control character \\u00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\r\n\t "})
  void anEmptyBodyIsCalledEmpty(String body) {
    assertThat(Reading.malformed(body)).isEqualTo("The body is empty; expected a JSON object.");
  }

  @Test
  void aMillionBracketsDoNotOverflowTheStack() {
    assertThat(Reading.malformed("[".repeat(1_000_000)))
        .startsWith("Over a limit at line 1, column 65: ");
    assertThat(Reading.malformed("{\"a\":".repeat(1_000_000)))
        .startsWith("Over a limit at line 1, column 321: ");
  }

  /** Whatever the parser refuses must be found by the diagnosis, and nothing else. */
  @Test
  void itAgreesWithTheParserOnMutatedBodies() {
    String seed =
        "{\"a\": [1, -2.5e+3, true], \"b\\n\\u00e9\": {\"c\": null, \"d\": \"x\"}, \"e\": 0}";
    String pieces = "{}[]\",:0123.eE+-\\/utrfalsn \n\tx";
    Random random = new Random(3);
    int refused = 0;
    for (int i = 0; i < 30_000; i++) {
      StringBuilder body = new StringBuilder(seed);
      for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
        int at = random.nextInt(Math.max(1, body.length() - 1));
        char piece = pieces.charAt(random.nextInt(pieces.length()));
        switch (random.nextInt(4)) {
          case 0 -> body.deleteCharAt(at);
          case 1 -> body.insert(at, piece);
          case 2 -> body.setCharAt(at, piece);
          default -> body.setLength(Math.max(9, at));
        }
      }
      byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
      Fault diagnosis = Diagnosis.of(bytes, Limits.DEFAULT);
      try {
        JsonReader reader = JsonReader.of(bytes, Limits.DEFAULT, new Faults());
        reader.end();
        assertThat(diagnosis).as(body.toString()).isNull();
      } catch (Refusal e) {
        refused++;
        String detail = e.faults().get(0).detail();
        assertThat(detail)
            .as(body.toString())
            .matches("(?s)(Not|The property|The body is empty).*");
      }
    }
    assertThat(refused).isBetween(15_000, 29_000);
  }
}
