package dev.letsbackprop.web;

import dev.letsbackprop.service.GradientReport;
import dev.letsbackprop.service.GradientRequest;
import dev.letsbackprop.service.GradientService;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Gradients of a model. */
@RestController
class GradientController {
  private final GradientService service;

  GradientController(GradientService service) {
    this.service = service;
  }

  @PostMapping(
      path = "/v1/gradients",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  GradientReport gradients(@RequestBody GradientRequest request) {
    return service.differentiate(request);
  }
}
