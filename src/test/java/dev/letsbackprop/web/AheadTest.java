package dev.letsbackprop.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An answer waits for a client that is still sending, and for no longer than there is room. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AheadTest {

  @Test
  void everythingArrivesInOrder() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Ahead ahead = new Ahead(out, 10)) {
      for (int i = 0; i < 1_000; i++) {
        ahead.write(new byte[] {(byte) i, (byte) (i >> 8)});
      }
    }
    byte[] all = out.toByteArray();
    assertThat(all).hasSize(2_000);
    assertThat((all[1998] & 0xFF) | (all[1999] << 8)).isEqualTo(999);
  }

  /** A pipe of 16 bytes that nobody reads holds up nobody who writes less than the room. */
  @Test
  void whoDoesNotReadYetHoldsUpNobody() throws IOException {
    PipedInputStream client = new PipedInputStream(16);
    PipedOutputStream socket = new PipedOutputStream(client);
    try (Ahead ahead = new Ahead(socket, 10_000)) {
      for (int i = 0; i < 100; i++) {
        ahead.write(new byte[50]);
      }
      assertThat(client.readNBytes(5_000)).hasSize(5_000);
    }
  }

  @Test
  void aClientThatHasGoneIsToldToTheWriter() {
    OutputStream gone =
        new OutputStream() {
          @Override
          public void write(int single) throws IOException {
            throw new IOException("broken pipe");
          }
        };
    assertThatThrownBy(
            () -> {
              try (Ahead ahead = new Ahead(gone, 100)) {
                for (int i = 0; i < 10_000; i++) {
                  ahead.write(new byte[50]);
                }
              }
            })
        .isInstanceOf(IOException.class)
        .hasMessage("broken pipe");
  }
}
