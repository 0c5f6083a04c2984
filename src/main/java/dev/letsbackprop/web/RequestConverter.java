package dev.letsbackprop.web;

import java.io.IOException;
import java.util.function.Function;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;

/** Reads one kind of request with our own strict reader, in place of data binding. */
final class RequestConverter<T> extends AbstractHttpMessageConverter<T> {
  private final Class<T> type;
  private final int most;
  private final Function<byte[], T> reader;

  /**
   * A converter for requests of that type.
   *
   * @param most the most bytes of a body
   * @param reader makes the request of a whole body
   */
  RequestConverter(Class<T> type, int most, Function<byte[], T> reader) {
    super(MediaType.APPLICATION_JSON);
    this.type = type;
    this.most = most;
    this.reader = reader;
  }

  @Override
  protected boolean supports(Class<?> clazz) {
    return clazz == type;
  }

  @Override
  protected T readInternal(Class<? extends T> clazz, HttpInputMessage message) throws IOException {
    return reader.apply(Body.read(message, most));
  }

  @Override
  protected void writeInternal(T request, HttpOutputMessage message) {
    throw new IllegalStateException("a request is never an answer");
  }
}
