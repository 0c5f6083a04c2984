package dev.letsbackprop.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.limit.Limits;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** An error of our own says nothing but where to look for it. */
@ExtendWith(OutputCaptureExtension.class)
class InternalErrorTest {

  @Test
  void theAnswerHasAnIdThatStandsInTheLog(CapturedOutput log) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/v1/gradients");
    MockHttpServletResponse response = new MockHttpServletResponse();
    IllegalStateException error = new IllegalStateException("secret of ours");
    error.setStackTrace(new StackTraceElement[0]);
    new ProblemAdvice(Limits.DEFAULT).other(error, request, response);
    assertEquals(500, response.getStatus());
    assertEquals("application/problem+json", response.getContentType());
    String body = response.getContentAsString(StandardCharsets.UTF_8);
    assertTrue(body.startsWith("{\"type\":\"/problems/internal-error\""), body);
    assertFalse(body.contains("secret"), body);
    String id = body.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
    assertTrue(log.getAll().contains("Internal error " + id), log.getAll());
    assertTrue(log.getAll().contains("secret of ours"), log.getAll());
  }
}
