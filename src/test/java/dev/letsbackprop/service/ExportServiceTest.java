package dev.letsbackprop.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.export.Library;
import dev.letsbackprop.json.Fault;
import dev.letsbackprop.json.Refusal;
import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.limit.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a script says, and what is refused. */
class ExportServiceTest {
  private static final String CIRCUIT =
      "{'formula': 'q = x + y; f = q * z', 'values': {'x': -2, 'y': 5, 'z': -4}";

  private static ExportRequest request(String body) {
    byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return ExportRequestReader.read(bytes, Limits.DEFAULT);
  }

  private static String script(String body, Library library) {
    return new ExportService(Limits.DEFAULT).export(request(body), library);
  }

  /** The last lines of a script. */
  private static List<String> end(String script, String from) {
    return script.substring(script.indexOf(from)).lines().toList();
  }

  /** As a course has it on the board: forward, then backward, from f to x. */
  @Test
  void theCircuit() {
    assertEquals(
        List.of(
            "x = np.float64(-2.0)",
            "y = np.float64(5.0)",
            "z = np.float64(-4.0)",
            "q = x + y",
            "f = q * z",
            "",
            "# Backward: d_x is the gradient that has reached x so far",
            "d_f = np.float64(1.0)",
            "d_q = d_f * z",
            "d_z = d_f * q",
            "d_x = d_q",
            "d_y = d_q",
            "",
            "show(\"x\", x, d_x)",
            "show(\"y\", y, d_y)",
            "show(\"z\", z, d_z)",
            "show(\"q\", q, d_q)",
            "show(\"f\", f, d_f)"),
        end(script(CIRCUIT + "}", Library.NUMPY), "x = "));
  }

  @Test
  void flowsThatMeetAreAddedOneAfterTheOther() {
    String body = "{'formula': 'x * x', 'values': {'x': 3}}";
    assertTrue(script(body, Library.NUMPY).contains("d_x = d_x_x * x\nd_x = d_x + d_x_x * x\n"));
  }

  @Test
  void onlyWhatLeadsToWrtIsPulledBack() {
    String script = script(CIRCUIT + ", 'wrt': ['z']}", Library.NUMPY);
    assertEquals(
        List.of(
            "d_f = np.float64(1.0)",
            "d_z = d_f * q",
            "",
            "show(\"z\", z, d_z)",
            "show(\"f\", f, d_f)"),
        end(script, "d_f = "));
  }

  @Test
  void thePageShowsTheScript() throws IOException {
    String page = Files.readString(Path.of("docs/exports.md"));
    assertTrue(page.contains("```python\n" + script(CIRCUIT + "}", Library.NUMPY) + "```"));
  }

  @Test
  void numbersReadBackTheSame() {
    String body =
        "{'formula': 'sum(x * 0.1)', 'values': {'x': ['NaN', 'Infinity', '-Infinity', -0.0, 1e-300,"
            + " 5e-324]}}";
    String script = script(body, Library.PYTORCH);
    assertTrue(
        script.contains(
            "x = torch.tensor([float(\"nan\"), float(\"inf\"), float(\"-inf\"), -0.0, 1.0e-300,"
                + " 4.9e-324])"),
        script);
    assertTrue(script.contains("x * 0.1"), script);
  }

  @ParameterizedTest
  @EnumSource
  void theLimitHolds(Library library) {
    int length = script(CIRCUIT + "}", library).length();
    ExportRequest request = request(CIRCUIT + "}");
    assertEquals(
        length,
        new ExportService(Limits.DEFAULT.with(Limit.SCRIPT, length))
            .export(request, library)
            .length());
    Refusal refusal =
        assertThrows(
            Refusal.class,
            () ->
                new ExportService(Limits.DEFAULT.with(Limit.SCRIPT, length - 1L))
                    .export(request, library));
    assertEquals(
        List.of(
            Fault.exceeded(
                Limit.SCRIPT,
                "",
                "The limit 'model.script' is "
                    + (length - 1)
                    + "; the script has more characters.")),
        refusal.faults());
  }

  /** A tensor of 400 kB is refused before it is written out. */
  @ParameterizedTest
  @EnumSource
  void aTensorThatIsTooLongIsNotWritten(Library library) {
    String numbers = "0,1,".repeat(50_000) + "2";
    ExportRequest request = request("{'formula': 'sum(x)', 'values': {'x': [" + numbers + "]}}");
    assertThrows(
        Refusal.class,
        () ->
            new ExportService(Limits.DEFAULT.with(Limit.SCRIPT, 400_000)).export(request, library));
  }

  @Test
  void manyEqualNumbersAreWrittenOnce() {
    String zeros = "0,".repeat(50_000) + "0";
    String script = script("{'formula': 'sum(x)', 'values': {'x': [" + zeros + "]}}", Library.JAX);
    assertTrue(script.contains("jnp.full((50001,), 0.0)"), script);
  }

  @Test
  void aScriptHasOnlyTheFunctionsThatItCalls() {
    String script = script("{'formula': 'sigmoid(x)', 'values': {'x': 1}}", Library.NUMPY);
    assertTrue(script.contains("def sigmoid(x):"), script);
    assertEquals(List.of("def sigmoid", "def show"), defined(script));
    assertEquals(List.of("def show"), defined(script(CIRCUIT + "}", Library.NUMPY)));
  }

  private static List<String> defined(String script) {
    return script
        .lines()
        .filter(line -> line.startsWith("def "))
        .map(line -> line.substring(0, line.indexOf('(')))
        .toList();
  }

  @Test
  void sameRequestSameBytes() {
    String body = "{'formula': 'std(gelu(x)) + max(x)', 'values': {'x': [1, 2, 3]}}";
    assertEquals(script(body, Library.JAX), script(body, Library.JAX));
    assertFalse(script(body, Library.JAX).contains("\r"));
  }

  @Test
  void whatMakesNoSenseIsToldAsEverywhere() {
    Refusal refusal =
        assertThrows(
            Refusal.class,
            () ->
                script(
                    "{'formula': 'one_hot(x, classes=2)', 'values': {'x': 7}, 'upstream': [1, 1]}",
                    Library.NUMPY));
    assertEquals("/formula", refusal.faults().get(0).pointer());
    assertThrows(Refusal.class, () -> request(CIRCUIT + ", 'include': ['values']}"));
    assertThrows(Refusal.class, () -> request(CIRCUIT + ", 'wrt': ['zz']}"));
  }
}
