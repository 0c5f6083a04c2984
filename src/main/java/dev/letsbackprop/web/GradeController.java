package dev.letsbackprop.web;

import dev.letsbackprop.platform.ResultFormat;
import dev.letsbackprop.service.GradeReport;
import dev.letsbackprop.service.GradeRequest;
import dev.letsbackprop.service.GradeService;
import java.util.List;
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

/** Grades of what students claim, and the same as platforms take them in. */
@RestController
class GradeController {
  private final GradeService service;

  GradeController(GradeService service) {
    this.service = service;
  }

  @PostMapping(
      path = "/v1/grades",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_XML_VALUE})
  ResponseEntity<Object> grade(
      @RequestBody GradeRequest request,
      @RequestParam(name = "format", required = false) @Nullable String format,
      @RequestHeader HttpHeaders headers)
      throws HttpMediaTypeNotAcceptableException {
    ResultFormat asked =
        format == null ? null : WordParameter.read("format", format, ResultFormat.class);
    MediaType type =
        asked == null ? MediaType.APPLICATION_JSON : MediaType.valueOf(asked.mediaType());
    List<MediaType> accepted = headers.getAccept();
    if (!accepted.isEmpty() && accepted.stream().noneMatch(wish -> wish.includes(type))) {
      throw new HttpMediaTypeNotAcceptableException(List.of(type));
    }
    GradeReport report = service.grade(request);
    return ResponseEntity.ok().contentType(type).body(asked == null ? report : report.as(asked));
  }
}
