package dev.letsbackprop.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictUtf8Test {
  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32", "UTF-32BE", "UTF-32LE"})
  void otherEncodingsAreRefused(String charset) {
    byte[] body = "{\"formula\": \"x\"}".getBytes(Charset.forName(charset));
    assertThat(Reading.malformed(body)).contains("not UTF-8");
  }

  @Test
  void aByteOrderMarkIsRefused() {
    assertThat(Reading.malformed("\uFEFF{}")).contains("byte order mark");
  }

  @ParameterizedTest
  @CsvSource({
    "C0AF, overlong",
    "C180, overlong",
    "E08080, overlong",
    "F0808080, overlong",
    "EDA080, surrogate",
    "F4908080, beyond U+10FFFF",
    "F5808080, starts no character",
    "FF, starts no character",
    "80, continues no character",
    "C3, cut off",
    "E282, cut off",
    "F09F98, cut off",
  })
  void malformedSequencesAreRefusedWithTheirPlace(String hex, String why) {
    byte[] bad = HexFormat.of().parseHex(hex);
    byte[] body = join(Reading.bytes("{\"a\":\n \"é"), bad, Reading.bytes("\"}"));
    assertThat(Reading.malformed(body))
        .startsWith("Not UTF-8 at byte 10 (line 2, column 4): the byte 0x" + hex.substring(0, 2))
        .contains(why);
  }

  @Test
  void aCharacterCutOffByTheEndOfTheBodyIsRefused() {
    byte[] body = join(Reading.bytes("\""), HexFormat.of().parseHex("E282"));
    assertThat(Reading.malformed(body)).startsWith("Not UTF-8 at byte 1 (line 1, column 2)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\\ud800\"",
        "\"\\udc00\"",
        "{\"\\uD83D\": 1}",
        "\"\\ud83dx\"",
        "\"\\ud83d\\n\"",
        "\"\\ud83d\\ud83d\"",
        "\"\\\\\\ud83d\\\\ude00\"",
        "[{\"skipped\": [\"padding padding \\udfff\"]}]"
      })
  void halvesOfSurrogatePairsAreRefused(String body) {
    assertThat(Reading.malformed(body)).startsWith("Not Unicode at line 1, column ");
  }

  @Test
  void allOfUnicodeIsReadAsItIs() {
    String text = "aé€😀\u007f\uffff";
    Reading.accept("\"" + text + "\"", reader -> assertThat(reader.string("text")).isEqualTo(text));
    Reading.accept(
        "\"\\ud83d\\ude00 \\\\ud800\"",
        reader -> assertThat(reader.string("text")).isEqualTo("😀 \\ud800"));
  }

  @Test
  void itAgreesWithTheJdkOnRandomBytes() {
    Random random = new Random(11);
    byte[] starts = HexFormat.of().parseHex("417F8090A0BFC0C2DFE0E1EDEEEFF0F1F4F5FF");
    int accepted = 0;
    for (int i = 0; i < 200_000; i++) {
      byte[] body = new byte[1 + random.nextInt(12)];
      for (int j = 0; j < body.length; j++) {
        body[j] = starts[random.nextInt(random.nextInt(4) == 0 ? 1 : starts.length)];
      }
      if (body[0] == 'A') {
        boolean valid = isValid(body);
        accepted += valid ? 1 : 0;
        assertThat(passes(body)).as(HexFormat.of().formatHex(body)).isEqualTo(valid);
      }
    }
    assertThat(accepted).isGreaterThan(1_000);
  }

  private static boolean passes(byte[] body) {
    try {
      StrictUtf8.check(body);
      return true;
    } catch (Refusal e) {
      return false;
    }
  }

  private static boolean isValid(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)) != null;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }
}
