package dev.letsbackprop.web;

import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.service.Demand;
import java.io.IOException;
import java.util.function.BiFunction;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;

/** Reads one kind of request with our own strict reader, in place of data binding. */
final class RequestConverter<T extends Demand> extends AbstractHttpMessageConverter<T> {
  private final Class<T> type;
  private final Limits limits;
  private final BiFunction<byte[], Limits, T> reader;

  /**
   * A converter for requests of that type.
   *
   * @param reader makes the request of a whole body
   */
  RequestConverter(Class<T> type, Limits limits, BiFunction<byte[], Limits, T> reader) {
    super(MediaType.APPLICATION_JSON);
    this.type = type;
    this.limits = limits;
    this.reader = reader;
  }

  @Override
  protected boolean supports(Class<?> clazz) {
    return clazz == type;
  }

  @Override
  protected T readInternal(Class<? extends T> clazz, HttpInputMessage message) throws IOException {
    var ticket = AdmissionFilter.ticket();
    return new Turn(limits).take(ticket, Body.read(message, limits, ticket), reader);
  }

  @Override
  protected void writeInternal(T request, HttpOutputMessage message) {
    throw new IllegalStateException("a request is never an answer");
  }
}
