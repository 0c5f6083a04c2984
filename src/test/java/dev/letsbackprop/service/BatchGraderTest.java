package dev.letsbackprop.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.letsbackprop.json.Refusal;
import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.limit.Tight;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A class is graded line by line, and a bad line costs that line only. */
class BatchGraderTest {
  private static final String ASSIGNMENT =
      "{\"assignment\": {\"model\": {\"formula\": \"q = x + y; f = q * z\", \"values\":"
          + " {\"x\": -2, \"y\": 5, \"z\": -4}}, \"required\": [\"q\"]}}";

  private static List<String> grade(String... lines) throws IOException {
    String all = String.join("\n", lines);
    return grade(new ByteArrayInputStream(all.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> grade(InputStream in) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BatchGrader.of(in, Limits.DEFAULT, Pace.FREE).grade(out, count -> {});
    assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("}\n");
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void linesAreAnsweredInOrderAndASummaryEndsThem() throws IOException {
    List<String> answers =
        grade(
            ASSIGNMENT,
            "{\"id\": \"ann\", \"claims\": {\"q\": {\"gradient\": -4}}}",
            "{\"claims\": {\"q\": {\"gradient\": 3}}, \"id\": \"ben\"}");
    assertThat(answers).hasSize(3);
    assertThat(answers.get(0)).startsWith("{\"id\":\"ann\",\"score\":1,\"maxScore\":1");
    assertThat(answers.get(1)).startsWith("{\"id\":\"ben\",\"score\":0").contains("swapped");
    assertThat(answers.get(2))
        .isEqualTo(
            "{\"summary\":{\"submissions\":2,\"passed\":1,\"meanScore\":0.5,"
                + "\"misconceptions\":{\"multiply.swapped\":1}}}");
  }

  @Test
  void aBadLineCostsThatLineOnly() throws IOException {
    List<String> answers =
        grade(
            ASSIGNMENT,
            "no json",
            "",
            "{\"id\": 5, \"claims\": {}}",
            "{\"id\": \"c\"}",
            "{\"id\": \"twice\", \"claims\": {}, \"claims\": {}}",
            "{\"id\": \"ann\", \"claims\": {\"q\": {\"gradient\": -4}}}");
    assertThat(answers).hasSize(6);
    assertThat(answers.get(0)).contains("\"id\":null", "malformed-json");
    assertThat(answers.get(1)).contains("\"id\":null", "/id");
    assertThat(answers.get(2)).contains("\"id\":\"c\"", "'claims'");
    assertThat(answers.get(3)).contains("\"id\":\"twice\"", "stands twice");
    assertThat(answers.get(4)).contains("\"id\":\"ann\",\"score\":1");
    assertThat(answers.get(5)).contains("\"submissions\":5", "\"meanScore\":1", "\"problems\":4");
  }

  /** More than may stand in a line, and none of it is kept. */
  @Test
  void aLineOfAHundredMegabytesHarmsNobody() throws IOException {
    int most = Limits.DEFAULT.count(Limit.BODY);
    InputStream in =
        new SequenceInputStream(
            Collections.enumeration(
                List.of(
                    text(ASSIGNMENT + "\n"),
                    new Endless(100_000_000L),
                    text("\n{\"id\": \"ann\", \"claims\": {\"q\": {\"gradient\": -4}}}"))));
    List<String> answers = grade(in);
    assertThat(answers.get(0))
        .contains(
            "body-too-large",
            "A line may have " + most + " bytes (limit 'batch.line'); this one has 100000000.");
    assertThat(answers.get(1)).contains("\"id\":\"ann\",\"score\":1");
  }

  @Test
  void aLineMayBeAsLongAsABody() throws IOException {
    Limits small = Tight.reading(200, 64, 1_000, 1 << 20, 1_000, 20_000, 32, 1 << 20, 100);
    String line = "{\"id\": \"a\", \"claims\": {}}";
    for (int more = 0; more <= 1; more++) {
      String all = ASSIGNMENT + "\n" + line + " ".repeat(200 - line.length() + more);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      BatchGrader.of(text(all), small, Pace.FREE).grade(out, count -> {});
      assertThat(out.toString(StandardCharsets.UTF_8).contains("body-too-large"))
          .isEqualTo(more == 1);
    }
  }

  @Test
  void aBrokenAssignmentIsRefused() {
    assertThatThrownBy(() -> grade("{\"assignment\": {\"model\": {\"formula\": \"x +\"}}}"))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> grade("{\"id\": \"ann\", \"claims\": {}}"))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> grade("")).isInstanceOf(Refusal.class);
  }

  /** Whoever came before, the same claims get the same bytes. */
  @Test
  void answersDoNotDependOnOthers() throws IOException {
    String wrong = "{\"id\": \"w\", \"claims\": {\"x\": {\"gradient\": 4}, \"q\": {\"value\": 1}}}";
    List<String> many = new ArrayList<>(List.of(ASSIGNMENT));
    for (int i = 0; i < 50; i++) {
      many.add("{\"id\": \"o\", \"claims\": {\"q\": {\"gradient\": " + i + "}}}");
    }
    many.add(wrong);
    List<String> answers = grade(many.toArray(String[]::new));
    assertThat(answers.get(50)).isEqualTo(grade(ASSIGNMENT, wrong).get(0));
  }

  private static InputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** So many letters. */
  private static final class Endless extends InputStream {
    private long left;

    Endless(long length) {
      left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? 'a' : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int count = (int) Math.min(left, length);
      Arrays.fill(bytes, offset, offset + count, (byte) 'a');
      left -= count;
      return count;
    }
  }
}
