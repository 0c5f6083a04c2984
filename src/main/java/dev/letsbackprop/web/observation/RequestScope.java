package dev.letsbackprop.web.observation;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.apache.catalina.connector.Request;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * By what names the lines of one request are found in the log, spelt as the Elastic Common Schema
 * has them.
 */
record RequestScope(String id, @Nullable TraceParent trace) {
  private static final String ATTRIBUTE = RequestScope.class.getName();
  private static final String ID = "http.request.id";
  private static final String TRACE = "trace.id";
  private static final String SPAN = "span.id";

  /** The scope of a request, which is the same each time it is asked for. */
  static RequestScope of(Request request) {
    if (request.getAttribute(ATTRIBUTE) instanceof RequestScope known) {
      return known;
    }
    RequestScope made =
        new RequestScope(
            RequestId.of(values(request, RequestId.HEADER)),
            TraceParent.of(values(request, TraceParent.HEADER)));
    request.setAttribute(ATTRIBUTE, made);
    return made;
  }

  /** Where Tomcat could not read a header, its value is null. */
  private static List<String> values(Request request, String header) {
    return Collections.list(request.getHeaders(header)).stream().filter(Objects::nonNull).toList();
  }

  /** Names all that this thread logs from now on. */
  void enter() {
    MDC.put(ID, id);
    if (trace != null) {
      MDC.put(TRACE, trace.trace());
      MDC.put(SPAN, trace.span());
    }
  }

  static void leave() {
    MDC.remove(ID);
    MDC.remove(TRACE);
    MDC.remove(SPAN);
  }
}
