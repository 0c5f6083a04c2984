package dev.letsbackprop.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The problems that have a type of their own: what each means, told to a person. */
enum ProblemType {
  MALFORMED_JSON(
      HttpStatus.BAD_REQUEST,
      "The body is not JSON",
      "The body could not be read as JSON: it breaks off, has a character where none may stand, is"
          + " not UTF-8, names a property twice, or nests deeper or spells numbers longer than the"
          + " limits allow. The detail gives line and column."),
  INVALID_REQUEST(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "The request is not of the right form",
      "The body is JSON, but not of the form that this endpoint reads: a property is unknown,"
          + " missing or of another type, or a number is beyond float64. Each error points at its"
          + " place and says what was expected there and what was found."),
  INVALID_GRAPH(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "The graph is not valid",
      "The request has the right form, but the graph makes no sense: a node or an operation does"
          + " not exist, values depend on themselves, shapes do not fit, a tensor is ragged, or the"
          + " output or its upstream gradient is missing. Each error points at its place."),
  LIMIT_EXCEEDED(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "The model is over a limit",
      "The model would need more than this service allows. That is found from its shapes, before"
          + " anything is computed, so the same model always passes or always fails. Each error"
          + " names the limit and its maximum, and the need where it can be told."),
  BODY_TOO_LARGE(
      HttpStatus.CONTENT_TOO_LARGE,
      "The body is too large",
      "The body has more bytes than this service reads. Send large tensors packed as base64, or a"
          + " smaller model."),
  INTERNAL_ERROR(
      HttpStatus.INTERNAL_SERVER_ERROR,
      "Something went wrong here",
      "This is a fault of the service, not of the request. The id stands in the service's log; tell"
          + " it to whoever runs the service.");

  private final HttpStatus status;
  private final String title;
  private final String explanation;

  ProblemType(HttpStatus status, String title, String explanation) {
    this.status = status;
    this.title = title;
    this.explanation = explanation;
  }

  /** The last part of its URI. */
  String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String uri() {
    return "/problems/" + slug();
  }

  HttpStatus status() {
    return status;
  }

  String title() {
    return title;
  }

  String explanation() {
    return explanation;
  }

  static @Nullable ProblemType find(String slug) {
    for (ProblemType type : values()) {
      if (type.slug().equals(slug)) {
        return type;
      }
    }
    return null;
  }
}
