package dev.letsbackprop.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.letsbackprop.limit.Limits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
  private final List<Object> read = new ArrayList<>();

  private void readNode(JsonReader reader) {
    Properties node =
        Properties.of("op", () -> add(reader.string("the name of an operation")))
            .and("constant", () -> add(reader.bool("true or false")))
            .and("step", () -> add(reader.number("a number")));
    assertThat(reader.object("an object with 'op'", node)).isTrue();
  }

  private void add(@Nullable Object value) {
    if (value != null) {
      read.add(value);
    }
  }

  @Test
  void valuesComeInTheOrderOfTheDocument() {
    Reading.accept("{\"constant\": true, \"step\": 2, \"op\": \"add\"}", this::readNode);
    assertThat(read).containsExactly(true, 2.0, "add");
  }

  @Test
  void allFaultsAreFoundAtOnceInOrder() {
    String body =
        """
        {"op": 5, "stepp": {"x": [1, {"op": 2}]}, "constant": "true", "step": "2",
         "a/b~": null, "weird\\u001b[2J": [[]]}
        """;
    assertThat(Reading.faults(body, this::readNode))
        .containsExactly(
            "INVALID_REQUEST /op: Expected the name of an operation, found the number 5.",
            "INVALID_REQUEST /stepp: Unknown property 'stepp'. Did you mean 'step'?"
                + " Expected one of op, constant, step.",
            "INVALID_REQUEST /constant: Expected true or false, found the string 'true'.",
            "INVALID_REQUEST /step: Expected a number, found the string '2'.",
            "INVALID_REQUEST /a~1b~0: Unknown property 'a/b~'. Expected one of op, constant, step.",
            "INVALID_REQUEST /weird\u001b[2J: Unknown property 'weird\\u001b[2J'."
                + " Expected one of op, constant, step.");
    assertThat(read).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "null            | null",
        "true            | true",
        "false           | false",
        "[[1], {}]       | an array",
        "{\"a\": [1]}    | an object",
        "\"\"            | the string ''",
        "\"a\\n\\\"b\"   | the string 'a\\n\\\"b'",
      })
  void whatWasFoundIsToldInWordsAndSkipped(String value, String words) {
    String sentence = "INVALID_REQUEST /0: Expected a number, found " + words + ".";
    List<String> faults =
        Reading.faults(
            "[" + value + ", 7]",
            reader -> reader.elements("a list", () -> add(reader.number("a number"))));
    assertThat(faults).containsExactly(sentence);
    assertThat(read).containsExactly(7.0);
  }

  @Test
  void longFindingsAreShortened() {
    String text = "😀".repeat(65);
    assertThat(Reading.faults("\"" + text + "\"", reader -> reader.bool("a flag")).get(0))
        .endsWith("found the string '" + "😀".repeat(64) + "…'.");
    assertThat(Reading.faults("9".repeat(65), reader -> reader.string("text")).get(0))
        .endsWith("found the number " + "9".repeat(64) + "….");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "null", "\"x\"", "[[{}]]"})
  void aValueThatIsNoObjectOrArrayIsAFault(String value) {
    String body = "[" + value + "]";
    assertThat(
            Reading.faults(
                body,
                reader ->
                    reader.elements(
                        "a list", () -> assertThat(reader.entries("nodes", name -> {})).isFalse())))
        .hasSize(1);
    assertThat(Reading.faults("{}", reader -> reader.elements("a list", () -> {})))
        .containsExactly("INVALID_REQUEST : Expected a list, found an object.");
  }

  @Test
  void entriesGiveNamesAndPlacesAndSkipWhatIsLeftUnread() {
    Reading.accept(
        "{\"x\": {\"value\": [1]}, \"\": [[2]], \"y\": 3}",
        reader ->
            reader.entries(
                "nodes",
                name -> {
                  add(name + " at " + reader.pointer() + " is " + reader.next());
                  if (name.equals("y")) {
                    add(reader.number("a number"));
                    add(reader.pointer().toString());
                  }
                }));
    assertThat(read)
        .containsExactly("x at /x is OBJECT", " at / is ARRAY", "y at /y is NUMBER", 3.0, "/y");
  }

  @Test
  void placesAreRightBeforeAndAfterAValue() {
    Reading.accept(
        "{\"a\": [[1, 2], {\"b\": true}]}",
        reader ->
            reader.entries(
                "an object",
                name -> {
                  reader.elements(
                      "a list",
                      place -> {
                        add(reader.pointer().toString());
                        reader.skip();
                        add(reader.pointer().toString());
                      });
                  add(reader.pointer().toString());
                }));
    assertThat(read).containsExactly("/a/0", "/a/0", "/a/1", "/a/1", "/a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"x\": 1, \"x\": 2}                        | /x       | 10",
        "{\"x\": 1, \"\\u0078\": 2}                  | /x       | 10",
        "[0, {\"a\": {\"k\": 1, \"l\": 2, \"k\": 3}}] | /1/a/k  | 28",
      })
  void namesThatStandTwiceAreRefusedAlsoInWhatIsSkipped(String body, String pointer, int column) {
    Fault fault = Reading.refused(Reading.bytes(body), Limits.DEFAULT);
    assertThat(fault.kind()).isEqualTo(Fault.Kind.MALFORMED_JSON);
    assertThat(fault.pointer()).isEqualTo(pointer);
    assertThat(fault.detail()).endsWith("again at line 1, column " + column + ".");
  }

  @Test
  void amongManyNamesATwinIsFoundAndCousinsAreNot() {
    StringBuilder names = new StringBuilder("{");
    for (int i = 0; i < 50; i++) {
      names.append("\"n").append(i).append("\": {\"n").append(i).append("\": 0}, ");
    }
    Reading.accept(names + "\"last\": 0}", JsonReader::skip);
    assertThat(Reading.malformed(names + "\"n3\": 0}")).contains("'n3'");
    assertThat(Reading.malformed(names + "\"n40\": 0}")).contains("'n40'");
  }

  @Test
  void whatFollowsTheDocumentIsRefused() {
    assertThat(Reading.malformed("{} {}")).contains("expected the end of the body, found '{'");
    assertThat(Reading.malformed("1 x")).contains("expected the end of the body, found 'x'");
    Reading.accept("{}\n ", JsonReader::skip);
  }

  @Test
  void readingAnArrayTwiceIsABugAndToldSo() {
    JsonReader reader = JsonReader.of(Reading.bytes("[]"), Limits.DEFAULT, new Faults());
    reader.skip();
    assertThatThrownBy(reader::next).isInstanceOf(IllegalStateException.class);
  }
}
