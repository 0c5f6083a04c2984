package dev.letsbackprop.web;

import dev.letsbackprop.service.DerivativeReport;
import dev.letsbackprop.service.JacobianRequest;
import dev.letsbackprop.service.JacobianService;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Jacobians of a model, and products with them. */
@RestController
class JacobianController {
  private final JacobianService service;

  JacobianController(JacobianService service) {
    this.service = service;
  }

  @PostMapping(
      path = "/v1/jacobians",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  DerivativeReport jacobians(@RequestBody JacobianRequest request) {
    return service.differentiate(request);
  }
}
