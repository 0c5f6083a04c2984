package dev.letsbackprop.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.limit.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What goes wrong is told in sentences on standard error, and nothing stands on standard output.
 */
class ProblemsTest {
  private static final String TWO_FAULTS =
      """
      {"nodes": {"z": {"value": 3}, "f": {"op": "exp", "inputs": ["zz"]},
       "g": {"op": "mulitply", "inputs": ["f", "z"]}}}\
      """;

  @TempDir Path folder;

  private static void assertComplains(Run run, String... sentences) {
    assertEquals(List.of(sentences), run.complaints());
    assertEquals(2, run.status());
    assertEquals("", run.out());
  }

  private String file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content).toString();
  }

  @Test
  void everyFaultIsASentence() {
    assertComplains(
        Run.of(TWO_FAULTS, "gradients"),
        "/nodes/f/inputs/0: No node 'zz'. Did you mean 'z'?",
        "/nodes/g/op: No operation 'mulitply'. Did you mean 'multiply'?");
  }

  @Test
  void theFileIsNamed() throws IOException {
    String file = file("model.json", "{".getBytes(UTF_8));
    assertComplains(
        Run.of("", "gradients", file),
        file
            + ": Not JSON at line 1, column 2: expected a name in double quotes or the end of the"
            + " object, found the end of the body.");
  }

  @Test
  void moreThanAHundredAreCounted() {
    String body = "{\"nodes\": {" + "\"x\": {\"value\": 1}" + ", \"y%d\": {}".repeat(102) + "}}";
    StringBuilder numbered = new StringBuilder();
    int at = 0;
    for (String part : body.split("%d", -1)) {
      numbered.append(part).append(at++);
    }
    List<String> complaints =
        Run.of(numbered.substring(0, numbered.lastIndexOf("}") + 1), "gradients").complaints();
    assertEquals(101, complaints.size());
    assertEquals("And 2 more.", complaints.get(100));
  }

  /** What is typed by strangers must not command the terminal. */
  @Test
  void controlCharactersAreEscaped() {
    Run run = Run.of("{\"nodes\": {\"\\u001b[2J\": {\"value\": null}}}", "gradients");
    assertEquals(2, run.status());
    assertTrue(run.err().startsWith("/nodes/\\u001b[2J/value: "), run.err());
    assertFalse(run.err().contains("\u001b"), run.err());
  }

  @Test
  void asTheDocument() {
    assertComplains(
        Run.of(TWO_FAULTS, "gradients", "--json"),
        "{\"type\":\"/problems/invalid-graph\",\"title\":\"The graph is not"
            + " valid\",\"status\":422,\"detail\":\"2 faults in the"
            + " graph\",\"instance\":\"/v1/gradients\",\"errors\":[{\"pointer\":\"/nodes/f/inputs/0\",\"detail\":\"No"
            + " node 'zz'. Did you mean 'z'?\"},{\"pointer\":\"/nodes/g/op\",\"detail\":\"No"
            + " operation 'mulitply'. Did you mean 'multiply'?\"}]}");
    assertComplains(
        Run.of("", "gradients", "nope.json", "--json"),
        "{\"type\":\"about:blank\",\"title\":\"The input cannot be read\",\"detail\":\"No file"
            + " 'nope.json'.\"}");
    assertComplains(
        Run.of("", "gradients", "--json", "--jsno"),
        "{\"type\":\"about:blank\",\"title\":\"The command is not of the right"
            + " form\",\"detail\":\"No option '--jsno'. Did you mean '--json'? See 'letsbackprop"
            + " gradients --help'.\"}");
  }

  @Test
  void filesThatCannotBeRead() {
    assertComplains(Run.of("", "gradients", "nope.json"), "No file 'nope.json'.");
    assertComplains(
        Run.of("", "gradients", folder.toString()),
        "'" + folder + "' is a folder; expected a file.");
    assertComplains(
        Run.of("", "gradients", "a\u0000b"),
        "'a\\u0000b' cannot be a file's name in this locale; set LC_ALL=C.UTF-8, or send it through"
            + " standard input.");
    assertComplains(Run.of(failing(), "gradients"), "Standard input cannot be read: it is broken.");
  }

  private static InputStream failing() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        throw new IOException("it is broken");
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        return read();
      }
    };
  }

  @Test
  void theBodyMayBeAsLargeAsTheServiceReads() {
    int most = Limits.DEFAULT.count(Limit.BODY);
    String model = "{\"formula\": \"x + x\", \"values\": {\"x\": 1}}";
    Run largest = Run.of(model + " ".repeat(most - model.length()), "gradients");
    assertEquals(0, largest.status(), largest.err());
    assertComplains(
        Run.of(model + " ".repeat(most + 1 - model.length()), "gradients"),
        "The body is over " + most + " bytes, the most that is read.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gradiens                | No command 'gradiens'. Did you mean 'gradients'? See 'letsbackprop --help'.
          gradients a b           | One argument too many: 'b'. See 'letsbackprop gradients --help'.
          gradients --jsn         | No option '--jsn'. Did you mean '--json'? See 'letsbackprop gradients --help'.
          exports --framework=jxa | Invalid value for option '--framework': expected one of numpy, pytorch, jax, not 'jxa'. Did you mean 'jax'? See 'letsbackprop exports --help'.
          serve --port 9000       | The service takes properties of Spring Boot, as in --server.port=9000, not '--port'.
          health --timeout 0      | Invalid value for option '--timeout': expected a whole number of seconds, 1 to 3600, not '0'. See 'letsbackprop health --help'.
          health --timeout 3601   | Invalid value for option '--timeout': expected a whole number of seconds, 1 to 3600, not '3601'. See 'letsbackprop health --help'.
          health --url ftp://a/b  | --url takes an address of http, not 'ftp://a/b'.
          health --url :          | --url takes an address of http, not ':'.
          """)
  void badUsage(String line, String sentence) {
    assertComplains(Run.of("", line.split(" ")), sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Broken pipe", "Datenübergabe unterbrochen (broken pipe)"})
  void aReaderThatHasGoneIsNotTold(String reason) {
    Run run = answeredInto(reason);
    assertEquals("", run.err());
    assertEquals(141, run.status());
  }

  @Test
  void aFullDiskIsTold() {
    assertComplains(
        answeredInto("No space left on device"),
        "The answer cannot be written: No space left on device.");
  }

  private static Run answeredInto(String reason) {
    byte[] body = "{\"formula\": \"x + x\", \"values\": {\"x\": 1}}".getBytes(UTF_8);
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(reason);
          }
        };
    return Run.into(full, new ByteArrayInputStream(body), "gradients");
  }
}
