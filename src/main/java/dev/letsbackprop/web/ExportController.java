package dev.letsbackprop.web;

import dev.letsbackprop.export.Library;
import dev.letsbackprop.service.ExportRequest;
import dev.letsbackprop.service.ExportService;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Models as scripts. */
@RestController
class ExportController {
  private final ExportService service;

  ExportController(ExportService service) {
    this.service = service;
  }

  @PostMapping(
      path = "/v1/exports",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = ScriptChoice.MEDIA_TYPE)
  ResponseEntity<byte[]> export(
      @RequestBody ExportRequest request,
      @RequestParam(name = "framework", required = false) @Nullable String framework,
      @RequestHeader HttpHeaders headers)
      throws HttpMediaTypeNotAcceptableException {
    Library library = ScriptChoice.of(framework, headers.getAccept());
    byte[] script = service.export(request, library).getBytes(StandardCharsets.US_ASCII);
    return ResponseEntity.ok().contentType(ScriptChoice.type(library)).body(script);
  }
}
