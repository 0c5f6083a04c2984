package dev.letsbackprop.web;

import dev.letsbackprop.service.GradeReport;
import dev.letsbackprop.service.GradeRequest;
import dev.letsbackprop.service.GradeService;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Grades of what students claim. */
@RestController
class GradeController {
  private final GradeService service;

  GradeController(GradeService service) {
    this.service = service;
  }

  @PostMapping(
      path = "/v1/grades",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  GradeReport grade(@RequestBody GradeRequest request) {
    return service.grade(request);
  }
}
