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

  /** A diagram as an answer. */
  static ResponseEntity<byte[]> answer(String diagram, Format format) {
    return ResponseEntity.ok()
        .contentType(DiagramChoice.type(format))
        .varyBy(HttpHeaders.ACCEPT)
        .body(diagram.getBytes(StandardCharsets.UTF_8));
  }
}
