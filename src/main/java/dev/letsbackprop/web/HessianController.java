package dev.letsbackprop.web;

import dev.letsbackprop.json.Document;
import dev.letsbackprop.service.HessianRequest;
import dev.letsbackprop.service.HessianService;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Second derivatives of a model. */
@RestController
class HessianController {
  private final HessianService service;

  HessianController(HessianService service) {
    this.service = service;
  }

  @PostMapping(
      path = "/v1/hessians",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  Document hessians(@RequestBody HessianRequest request) {
    return service.differentiate(request);
  }
}
