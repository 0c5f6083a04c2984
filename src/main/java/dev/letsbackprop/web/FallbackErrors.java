package dev.letsbackprop.web;

import dev.letsbackprop.problem.Problem;
import dev.letsbackprop.problem.ProblemType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers for errors outside of the controllers, in place of Spring Boot's error page. */
@Controller
class FallbackErrors implements ErrorController {

  @RequestMapping("${spring.web.error.path:/error}")
  void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (response.isCommitted()) {
      // What was answered so far cannot become a problem.
      return;
    }
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
    String instance = path instanceof String text ? text : request.getRequestURI();
    if (status == null) {
      // Somebody asked for this path itself.
      status = HttpStatus.NOT_FOUND;
    }
    if (status == HttpStatus.REQUEST_TIMEOUT) {
      // The server itself gives up a sender who says nothing at all.
      String silence = "Nothing more of the body came for too long.";
      ProblemResponse.send(Problem.of(ProblemType.REQUEST_TIMEOUT, silence, instance), response);
      return;
    }
    String detail =
        status.is5xxServerError()
            ? "An error of the service."
            : status == HttpStatus.NOT_FOUND
                ? "There is nothing at this path."
                : "The request could not be understood.";
    ProblemResponse.send(ProblemResponse.blank(status, detail, instance), response);
  }
}
