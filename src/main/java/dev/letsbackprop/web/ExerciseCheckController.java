package dev.letsbackprop.web;

import dev.letsbackprop.service.ExerciseCheckReport;
import dev.letsbackprop.service.ExerciseCheckRequest;
import dev.letsbackprop.service.ExerciseCheckService;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Checks of exercises. */
@RestController
class ExerciseCheckController {
  private final ExerciseCheckService service;

  ExerciseCheckController(ExerciseCheckService service) {
    this.service = service;
  }

  @PostMapping(
      path = "/v1/exercise-checks",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ExerciseCheckReport check(@RequestBody ExerciseCheckRequest request) {
    return service.check(request);
  }
}
