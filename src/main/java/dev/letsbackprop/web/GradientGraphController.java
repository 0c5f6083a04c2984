package dev.letsbackprop.web;

import dev.letsbackprop.service.GradientGraphReport;
import dev.letsbackprop.service.GradientGraphRequest;
import dev.letsbackprop.service.GradientGraphService;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Gradients as graphs that can be posted again. */
@RestController
class GradientGraphController {
  private final GradientGraphService service;

  GradientGraphController(GradientGraphService service) {
    this.service = service;
  }

  @PostMapping(
      path = "/v1/gradient-graphs",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  GradientGraphReport gradients(@RequestBody GradientGraphRequest request) {
    return service.differentiate(request);
  }
}
