package dev.letsbackprop.web;

import dev.letsbackprop.diagram.Format;
import dev.letsbackprop.service.DiagramRequest;
import dev.letsbackprop.service.DiagramService;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Models as pictures. */
@RestController
class DiagramController {
  /** Opened by itself, a picture may run nothing and load nothing but its own style. */
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

  private final DiagramService service;

  DiagramController(DiagramService service) {
    this.service = service;
  }

  @PostMapping(
      path = "/v1/diagrams",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = {DiagramChoice.SVG, DiagramChoice.DOT, DiagramChoice.MERMAID})
  ResponseEntity<byte[]> draw(
      @RequestBody DiagramRequest request, @RequestHeader HttpHeaders headers)
      throws HttpMediaTypeNotAcceptableException {
    Format format = DiagramChoice.of(headers.getAccept());
    return answer(service.draw(request, format), format);
  }

  /** A diagram as an answer that is safe to open. */
  static ResponseEntity<byte[]> answer(String diagram, Format format) {
    return ResponseEntity.ok()
        .contentType(DiagramChoice.type(format))
        .varyBy(HttpHeaders.ACCEPT)
        .header("Content-Security-Policy", POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .body(diagram.getBytes(StandardCharsets.UTF_8));
  }
}
