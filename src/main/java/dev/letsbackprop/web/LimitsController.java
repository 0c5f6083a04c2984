package dev.letsbackprop.web;

import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.service.LimitsDocument;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a request may need here. */
@RestController
class LimitsController {
  private final Limits limits;

  LimitsController(Limits limits) {
    this.limits = limits;
  }

  @GetMapping(path = "/v1/limits", produces = MediaType.APPLICATION_JSON_VALUE)
  LimitsDocument limits() {
    return new LimitsDocument(limits);
  }
}
