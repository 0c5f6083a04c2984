package dev.letsbackprop.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What starts the service, and what is a command or a slip of the pen. */
class ServeArgumentsTest {

  private static boolean serves(String line) {
    return ServeArguments.areIn(line.isEmpty() ? new String[0] : line.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "serve",
        "--server.port=9000",
        "serve --server.port=9000",
        "--server.port=9000 --logging.level.root=debug",
        "--debug",
        "serve --trace --spring.main.lazy-initialization",
        "--spring.application.json={\"a\":1.5}"
      })
  void theService(String line) {
    assertEquals(true, serves(line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gradients",
        "gradients model.json",
        "--help",
        "-h",
        "--version",
        "serve --help",
        "serve --port 9000",
        "serve --port=9.5",
        "--server.port 9000",
        "--server.port=9000 gradients",
        "model.json",
        "server.port=9000",
        "-"
      })
  void notTheService(String line) {
    assertEquals(false, serves(line));
  }

  @Test
  void theWordItselfIsNoArgumentOfSpring() {
    String[] option = {"--server.port=9000"};
    assertArrayEquals(option, ServeArguments.of(option));
    assertArrayEquals(option, ServeArguments.of(new String[] {"serve", option[0]}));
  }
}
