package dev.letsbackprop.problem;

import dev.letsbackprop.json.Document;
import dev.letsbackprop.json.Fault;
import dev.letsbackprop.json.JsonWriter;
import dev.letsbackprop.json.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem document as RFC 9457 has it.
 *
 * @param type a URI, or {@code about:blank} where the status says it all
 * @param status that of HTTP; null where nothing was asked over HTTP and none would fit
 * @param instance the path that was asked for; null where there was none
 * @param errors every fault of the body that was found
 * @param id what to look for in the log; null where nothing stands there
 */
public record Problem(
    String type,
    String title,
    @Nullable Integer status,
    String detail,
    @Nullable String instance,
    List<Fault> errors,
    @Nullable String id)
    implements Document {
  public static final String MEDIA_TYPE = "application/problem+json";

  /** A problem of no type of its own: its title says what kind it is. */
  public static Problem blank(
      String title, @Nullable Integer status, String detail, @Nullable String instance) {
    return new Problem("about:blank", title, status, detail, instance, List.of(), null);
  }

  /** The problem that a refused request is. */
  public static Problem of(Refusal refusal, @Nullable String instance) {
    ProblemType type = ProblemType.valueOf(refusal.kind().name());
    List<Fault> errors = refusal.faults();
    return new Problem(
        type.uri(),
        type.title(),
        type.status(),
        detail(refusal),
        instance,
        refusal.kind() == Fault.Kind.BODY_TOO_LARGE ? List.of() : errors,
        null);
  }

  /** A problem of a type, where no fault of the body can be pointed at. */
  public static Problem of(ProblemType type, String detail, @Nullable String instance) {
    return new Problem(type.uri(), type.title(), type.status(), detail, instance, List.of(), null);
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
  public static Problem internal(String id, String instance) {
    ProblemType type = ProblemType.INTERNAL_ERROR;
    return new Problem(
        type.uri(),
        type.title(),
        type.status(),
        "An error of the service, which stands in its log under the id " + id + ".",
        instance,
        List.of(),
        id);
  }

  @Override
  public void write(JsonWriter json) {
    json.beginObject();
    json.name("type").value(type);
    json.name("title").value(title);
    if (status != null) {
      json.name("status").value(status);
    }
    json.name("detail").value(detail);
    if (instance != null) {
      json.name("instance").value(instance);
    }
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
