package dev.letsbackprop.web.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.HttpURLConnection;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;

/** Whether it lives, the service says even when all that computes is busy. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "management.server.port=0")
class ManagementServerTest {
  @LocalManagementPort private int port;

  /** A virtual thread would have to wait for one of these to end, and they do not before. */
  @Test
  void itAnswersWhileEveryCarrierIsBusy() throws Exception {
    AtomicBoolean busy = new AtomicBoolean(true);
    try {
      for (int each = 0; each < 4 * Runtime.getRuntime().availableProcessors(); each++) {
        Thread.ofVirtual().start(() -> spin(busy));
      }
      URI liveness = URI.create("http://localhost:" + port + "/actuator/health/liveness");
      HttpURLConnection connection = (HttpURLConnection) liveness.toURL().openConnection();
      connection.setReadTimeout(60_000);
      assertEquals(200, connection.getResponseCode());
    } finally {
      busy.set(false);
    }
  }

  private static void spin(AtomicBoolean busy) {
    while (busy.get()) {
      Thread.onSpinWait();
    }
  }
}
