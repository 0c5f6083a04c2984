package dev.letsbackprop.web;

import dev.letsbackprop.admission.Overloaded;
import dev.letsbackprop.admission.Ticket;
import dev.letsbackprop.json.Fault;
import dev.letsbackprop.json.Refusal;
import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.problem.Problem;
import dev.letsbackprop.problem.ProblemType;
import dev.letsbackprop.tensor.Cancellation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns everything that goes wrong in a controller, or before one is found, into a problem. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  private final Limits limits;

  ProblemAdvice(Limits limits) {
    this.limits = limits;
  }

  @ExceptionHandler
  void refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ProblemResponse.send(Problem.of(refusal, request.getRequestURI()), response);
  }

  @ExceptionHandler
  void notFound(NotFound e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    blank(HttpStatus.NOT_FOUND, e.sentence(), request, response);
  }

  @ExceptionHandler
  void badParameter(BadParameter e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    blank(HttpStatus.BAD_REQUEST, e.sentence(), request, response);
  }

  @ExceptionHandler
  void noResource(
      NoResourceFoundException e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    blank(HttpStatus.NOT_FOUND, "There is nothing at this path.", request, response);
  }

  @ExceptionHandler
  void method(
      HttpRequestMethodNotSupportedException e,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    String[] allowed = e.getSupportedMethods();
    String methods = allowed == null ? "" : String.join(", ", allowed);
    response.setHeader("Allow", methods);
    blank(
        HttpStatus.METHOD_NOT_ALLOWED,
        "This path answers " + methods + ", not " + e.getMethod() + ".",
        request,
        response);
  }

  @ExceptionHandler
  void mediaType(
      HttpMediaTypeNotSupportedException e,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    String supported = names(e.getSupportedMediaTypes());
    MediaType found = e.getContentType();
    response.setHeader("Accept", supported);
    blank(
        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
        "The body must be "
            + supported
            + (found == null ? "" : ", not " + found)
            + "; say so with the header 'Content-Type: "
            + supported
            + "'.",
        request,
        response);
  }

  @ExceptionHandler
  void compressed(
      Body.UnsupportedEncoding e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Accept-Encoding", "identity");
    blank(
        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
        "A compressed body is not read; send it without Content-Encoding.",
        request,
        response);
  }

  @ExceptionHandler
  void notAcceptable(
      HttpMediaTypeNotAcceptableException e,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    String offered = names(e.getSupportedMediaTypes());
    blank(
        HttpStatus.NOT_ACCEPTABLE,
        "The Accept header allows none of what this path answers with: " + offered + ".",
        request,
        response);
  }

  /** A query that is percent-encoded, but not of UTF-8, or not as it should be. */
  @ExceptionHandler
  void badQuery(
      InvalidParameterException e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    blank(
        HttpStatus.BAD_REQUEST,
        "The query could not be read: what is percent-encoded in it must be UTF-8.",
        request,
        response);
  }

  /** A body that is not there at all; what is there is read by our own reader. */
  @ExceptionHandler
  void noBody(
      HttpMessageNotReadableException e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String sentence = "The body is missing or could not be read; expected a JSON object.";
    Refusal refusal = Refusal.of(new Fault(Fault.Kind.MALFORMED_JSON, "", sentence));
    ProblemResponse.send(Problem.of(refusal, request.getRequestURI()), response);
  }

  @ExceptionHandler
  void late(Late e, HttpServletRequest request, HttpServletResponse response) throws IOException {
    // What is still to come is not waited for.
    response.setHeader("Connection", "close");
    send(ProblemType.REQUEST_TIMEOUT, e.sentence(), request, response);
  }

  @ExceptionHandler
  void overloaded(Overloaded e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Retry-After", Long.toString(e.seconds()));
    send(
        ProblemType.OVERLOADED,
        "There is no room for this request now; send it again in "
            + (e.seconds() == 1 ? "a second." : e.seconds() + " seconds."),
        request,
        response);
  }

  /** Work is stopped where it takes too long, and where the service ends. */
  @ExceptionHandler
  void cancelled(Cancellation.Cancelled e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Ticket ticket = AdmissionFilter.ticket(request);
    ticket.done();
    if (ticket.isLate()) {
      send(
          ProblemType.DEADLINE_EXCEEDED,
          "The work took more than "
              + limits.of(Limit.COMPUTING_SECONDS)
              + " seconds, and was stopped.",
          request,
          response);
    } else {
      response.setHeader("Retry-After", "1");
      send(ProblemType.OVERLOADED, "The service is shutting down.", request, response);
    }
  }

  private static void send(
      ProblemType type, String detail, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ProblemResponse.send(Problem.of(type, detail, request.getRequestURI()), response);
  }

  /** Nobody is left to tell. */
  @ExceptionHandler
  void gone(UncheckedIOException e) {
    LOG.debug("The client went away during the answer", e);
  }

  @ExceptionHandler
  void other(Exception e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
      blank(
          HttpStatus.valueOf(known.getStatusCode().value()),
          "The request could not be understood.",
          request,
          response);
      return;
    }
    String id = UUID.randomUUID().toString();
    LOG.error("Internal error {}", id, e);
    if (response.isCommitted()) {
      return;
    }
    ProblemResponse.send(Problem.internal(id, request.getRequestURI()), response);
  }

  private static void blank(
      HttpStatus status, String detail, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ProblemResponse.send(ProblemResponse.blank(status, detail, request.getRequestURI()), response);
  }

  private static String names(@Nullable List<MediaType> types) {
    return types == null
        ? ""
        : Set.copyOf(types).stream()
            .map(MediaType::toString)
            .sorted()
            .collect(Collectors.joining(", "));
  }
}
