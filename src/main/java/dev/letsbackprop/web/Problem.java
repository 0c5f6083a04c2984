package dev.letsbackprop.web;

import dev.letsbackprop.json.Fault;
import dev.letsbackprop.json.JsonWriter;
import dev.letsbackprop.json.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * A problem document as RFC 9457 has it.
 *
 * @param type a URI, or {@code about:blank} where the status says it all
 * @param instance the path that was asked for
 * @param errors every fault of the body that was found
 * @param id what to look for in the log; null where nothing stands there
 */
record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    List<Fault> errors,
    @Nullable String id) {
  static final String MEDIA_TYPE = "application/problem+json";

  /** A problem whose status says what kind it is. */
  static Problem blank(HttpStatusCode status, String detail, String instance) {
    HttpStatus known = HttpStatus.resolve(status.value());
    String title = known == null ? "Error" : known.getReasonPhrase();
    return new Problem("about:blank", title, status.value(), detail, instance, List.of(), null);
  }

  /** The problem that a refused request is. */
  static Problem of(Refusal refusal, String instance) {
    ProblemType type = ProblemType.valueOf(refusal.kind().name());
    List<Fault> errors = refusal.faults();
    return new Problem(
        type.uri(),
        type.title(),
        type.status().value(),
        detail(refusal),
        instance,
        refusal.kind() == Fault.Kind.BODY_TOO_LARGE ? List.of() : errors,
        null);
  }

  private static String detail(Refusal refusal) {
    int count = refusal.count();
    if (count == 1) {
      return refusal.faults().get(0).detail();
    }
    String where = refusal.kind() == Fault.Kind.INVALID_GRAPH ? "graph" : "request";
    String shown =
        count > refusal.faults().size() ? ", the first " + refusal.faults().size() + " shown" : "";
    return count + " faults in the " + where + shown;
  }

  /** An error of the service itself, to be found in the log by its id. */
  static Problem internal(String id, String instance) {
    ProblemType type = ProblemType.INTERNAL_ERROR;
    return new Problem(
        type.uri(),
        type.title(),
        type.status().value(),
        "An error of the service, which stands in its log under the id " + id + ".",
        instance,
        List.of(),
        id);
  }

  /** Answers with this problem, whatever the client would rather accept. */
  void send(HttpServletResponse response) throws IOException {
    response.setStatus(status);
    response.setContentType(MEDIA_TYPE);
    write(response.getOutputStream());
  }

  void write(OutputStream target) {
    try (JsonWriter json = new JsonWriter(target)) {
      json.beginObject();
      json.name("type").value(type);
      json.name("title").value(title);
      json.name("status").value(status);
      json.name("detail").value(detail);
      json.name("instance").value(instance);
      if (id != null) {
        json.name("id").value(id);
      }
      if (!errors.isEmpty()) {
        json.name("errors").beginArray();
        for (Fault error : errors) {
          json.beginObject();
          json.name("pointer").value(error.pointer());
          json.name("detail").value(error.detail());
          json.endObject();
        }
        json.endArray();
      }
      json.endObject();
    }
  }
}
