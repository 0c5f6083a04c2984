package dev.letsbackprop.web;

import dev.letsbackprop.json.JsonWriter;
import dev.letsbackprop.problem.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Answers with a problem, whatever the client would rather accept. */
public final class ProblemResponse {
  /** Where a request keeps the problem that it was answered with, for those who count them. */
  public static final String TOLD = ProblemResponse.class.getName() + ".TOLD";

  private ProblemResponse() {}

  /** A problem whose status says what kind it is. */
  public static Problem blank(HttpStatusCode status, String detail, String instance) {
    HttpStatus known = HttpStatus.resolve(status.value());
    String title = known == null ? "Error" : known.getReasonPhrase();
    return Problem.blank(title, status.value(), detail, instance);
  }

  /**
   * Answers with a problem that has a status.
   *
   * @throws IOException where the client has gone
   */
  public static void send(Problem problem, HttpServletResponse response) throws IOException {
    Integer status = problem.status();
    response.setStatus(status == null ? HttpStatus.INTERNAL_SERVER_ERROR.value() : status);
    response.setContentType(Problem.MEDIA_TYPE);
    RequestAttributes told = RequestContextHolder.getRequestAttributes();
    if (told != null) {
      told.setAttribute(TOLD, problem, RequestAttributes.SCOPE_REQUEST);
    }
    write(problem, response.getOutputStream());
  }

  static void write(Problem problem, OutputStream target) {
    try (JsonWriter json = new JsonWriter(target)) {
      problem.write(json);
    }
  }
}
