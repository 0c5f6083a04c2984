package dev.letsbackprop.problem;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The problems that have a type of their own: what each means, told to a person. */
public enum ProblemType {
  MALFORMED_JSON(
      400,
      "The body is not JSON",
      "The body could not be read as JSON: it breaks off, has a character where none may stand, is"
          + " not UTF-8, names a property twice, or nests deeper or spells numbers longer than the"
          + " limits allow. The detail gives line and column."),
  INVALID_REQUEST(
      422,
      "The request is not of the right form",
      "The body is JSON, but not of the form that this endpoint reads: a property is unknown,"
          + " missing or of another type, or a number is beyond float64. Each error points at its"
          + " place and says what was expected there and what was found."),
  INVALID_GRAPH(
      422,
      "The graph is not valid",
      "The request has the right form, but the graph makes no sense: a node or an operation does"
          + " not exist, values depend on themselves, shapes do not fit, a tensor is ragged, or the"
          + " output or its upstream gradient is missing. Each error points at its place."),
  LIMIT_EXCEEDED(
      422,
      "The model is over a limit",
      "The model would need more than this service allows. That is found from its shapes, before"
          + " anything is computed, so the same model always passes or always fails. Each error"
          + " names the limit and its maximum, and the need where it can be told."),
  BODY_TOO_LARGE(
      413,
      "The body is too large",
      "The body has more bytes than this service reads. Send large tensors packed as base64, or a"
          + " smaller model."),
  REQUEST_TIMEOUT(
      408,
      "The body did not arrive in time",
      "The body of a request, or a line of a batch, has to arrive within the time that GET"
          + " /v1/limits tells. Send it again, over a faster connection, or send less at once."),
  OVERLOADED(
      503,
      "The service has no room now",
      "Nothing is wrong with the request: others are being served, and it would have had to wait"
          + " too long. Send it again after the seconds that the header Retry-After tells."),
  DEADLINE_EXCEEDED(
      504,
      "The work took too long",
      "The answer was not worked out within the time that GET /v1/limits tells, and the work was"
          + " stopped. Ask for less, or for a smaller model."),
  INTERNAL_ERROR(
      500,
      "Something went wrong here",
      "This is a fault of the service, not of the request. The id stands in the service's log; tell"
          + " it to whoever runs the service.");

  private final int status;
  private final String title;
  private final String explanation;

  ProblemType(int status, String title, String explanation) {
    this.status = status;
    this.title = title;
    this.explanation = explanation;
  }

  /** The last part of its URI. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String uri() {
    return "/problems/" + slug();
  }

  /** The status of HTTP that it comes with. */
  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  public String explanation() {
    return explanation;
  }

  public static @Nullable ProblemType find(String slug) {
    for (ProblemType type : values()) {
      if (type.slug().equals(slug)) {
        return type;
      }
    }
    return null;
  }
}
