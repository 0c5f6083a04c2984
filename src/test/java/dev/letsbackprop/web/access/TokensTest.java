package dev.letsbackprop.web.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.web.BadSetting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Tokens as they are set, in each of the ways. */
class TokensTest {
  private static final String A = "correct-horse-battery";
  private static final String B = "0123456789abcdef";

  @TempDir Path folder;

  private static Tokens read(Map<String, Object> settings) {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", settings));
    return TokenSettings.read(environment);
  }

  private static void assertKnowsBoth(Tokens tokens) {
    assertTrue(tokens.contain(A));
    assertTrue(tokens.contain(B));
    assertFalse(tokens.contain(A + "x"));
    assertFalse(tokens.contain(A.substring(1)));
    assertFalse(tokens.contain(""));
  }

  @Test
  void inTheEnvironment() {
    assertKnowsBoth(read(Map.of("LETSBACKPROP_TOKENS", A + "," + B)));
    assertKnowsBoth(read(Map.of("LETSBACKPROP_TOKENS", A + ", " + B)));
  }

  @Test
  void inAFile() throws Exception {
    Path file = Files.writeString(folder.resolve("tokens"), A + "\r\n" + B + "\n");
    assertKnowsBoth(read(Map.of("LETSBACKPROP_TOKENS_FILE", file.toString())));
  }

  @Test
  void notAtAll() {
    assertTrue(read(Map.of()).isEmpty());
  }

  /** Fifteen characters are too few, sixteen are enough. */
  @ParameterizedTest
  @CsvSource({
    "0123456789abcde, 'Token 1 of letsbackprop.tokens has 15 characters; a secret has at least"
        + " 16.'",
    "'0123456789abcdef,x', 'Token 2 of letsbackprop.tokens has 1 character; a secret has at least"
        + " 16.'",
    "'0123456789abcdef,,0123456789abcdeg', 'Token 2 of letsbackprop.tokens is empty'",
    "'', 'letsbackprop.tokens is set, but empty.'",
    "' ', 'letsbackprop.tokens is set, but empty.'",
    "'0123456789 abcdef', 'Token 1 of letsbackprop.tokens has characters that cannot be sent'",
    "0123456789äbcdef, 'Token 1 of letsbackprop.tokens has characters that cannot be sent'"
  })
  void whatIsNoSecretDoesNotStart(String tokens, String sentence) {
    BadSetting refused =
        assertThrows(BadSetting.class, () -> read(Map.of("LETSBACKPROP_TOKENS", tokens)));
    String told = String.valueOf(refused.getMessage());
    assertTrue(told.startsWith(sentence), told);
    assertFalse(told.contains("0123456789"), told);
  }

  @Test
  void aFileThatHoldsNoneDoesNotStart() throws Exception {
    Path file = Files.writeString(folder.resolve("tokens"), "");
    assertRefuses("The file of letsbackprop.tokens-file is empty.", file);
    Files.writeString(file, A + "\n\n" + B);
    assertRefuses(
        "Token 2 of letsbackprop.tokens-file is empty, and would be known to everybody.", file);
    assertRefuses(
        "The file of letsbackprop.tokens-file cannot be read as text.", folder.resolve("none"));
  }

  private static void assertRefuses(String sentence, Path file) {
    BadSetting refused =
        assertThrows(
            BadSetting.class, () -> read(Map.of("LETSBACKPROP_TOKENS_FILE", file.toString())));
    assertEquals(sentence, refused.getMessage());
  }
}
