package dev.letsbackprop.web;

import dev.letsbackprop.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;

/** Answers for requests that Tomcat itself refuses, in place of its HTML page. */
public final class ProblemValve extends ErrorReportValve {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemValve.class);

  @Override
  protected void report(Request request, Response response, Throwable throwable) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    String path = request.getRequestURI();
    Problem problem =
        ProblemResponse.blank(
            HttpStatusCode.valueOf(status),
            status < 500
                ? "The request could not be understood as HTTP."
                : "An error of the service.",
            path == null ? "" : path);
    try {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      ProblemResponse.write(problem, body);
      response.setContentType(Problem.MEDIA_TYPE);
      response.getOutputStream().write(body.toByteArray());
      response.finishResponse();
    } catch (IOException | IllegalStateException e) {
      LOG.debug("The client went away before its problem was told", e);
    }
  }
}
