package dev.letsbackprop.web;

import dev.letsbackprop.json.Document;
import dev.letsbackprop.json.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;

/** Writes answers as they write themselves, straight to the client. */
final class DocumentConverter extends AbstractHttpMessageConverter<Document> {
  DocumentConverter() {
    super(MediaType.APPLICATION_JSON);
  }

  @Override
  protected boolean supports(Class<?> clazz) {
    return Document.class.isAssignableFrom(clazz);
  }

  @Override
  public boolean canRead(Class<?> clazz, @Nullable MediaType mediaType) {
    return false;
  }

  @Override
  protected Document readInternal(Class<? extends Document> clazz, HttpInputMessage message) {
    throw new IllegalStateException("an answer is never a request");
  }

  @Override
  protected void writeInternal(Document document, HttpOutputMessage message) throws IOException {
    try (JsonWriter json = new JsonWriter(message.getBody())) {
      document.write(json);
    }
  }
}
