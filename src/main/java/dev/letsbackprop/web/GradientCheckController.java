package dev.letsbackprop.web;

import dev.letsbackprop.service.GradientCheckReport;
import dev.letsbackprop.service.GradientCheckRequest;
import dev.letsbackprop.service.GradientCheckService;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Checks of gradients against finite differences. */
@RestController
class GradientCheckController {
  private final GradientCheckService service;

  GradientCheckController(GradientCheckService service) {
    this.service = service;
  }

  @PostMapping(
      path = "/v1/gradient-checks",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  GradientCheckReport check(@RequestBody GradientCheckRequest request) {
    return service.check(request);
  }
}
