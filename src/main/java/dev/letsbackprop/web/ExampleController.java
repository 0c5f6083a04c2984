package dev.letsbackprop.web;

import dev.letsbackprop.diagram.Format;
import dev.letsbackprop.json.Document;
import dev.letsbackprop.json.Suggestion;
import dev.letsbackprop.json.Words;
import dev.letsbackprop.service.DiagramRequest;
import dev.letsbackprop.service.DiagramService;
import dev.letsbackprop.service.Example;
import dev.letsbackprop.service.Examples;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Worked examples with their sources. */
@RestController
class ExampleController {
  private final DiagramService diagrams;

  ExampleController(DiagramService diagrams) {
    this.diagrams = diagrams;
  }

  @GetMapping(path = "/v1/examples", produces = MediaType.APPLICATION_JSON_VALUE)
  Document examples() {
    return json -> {
      json.beginObject();
      json.name("examples").beginArray();
      Examples.all().forEach(example -> example.write(json));
      json.endArray();
      json.endObject();
    };
  }

  @GetMapping(path = "/v1/examples/{name}", produces = MediaType.APPLICATION_JSON_VALUE)
  byte[] example(@PathVariable("name") String name) {
    return find(name).text().getBytes(StandardCharsets.UTF_8);
  }

  @GetMapping(path = "/v1/examples/{name}/diagram.svg", produces = DiagramChoice.SVG)
  ResponseEntity<byte[]> diagram(
      @PathVariable("name") String name,
      @RequestParam(name = "theme", required = false) @Nullable String theme) {
    DiagramRequest request =
        new DiagramRequest(find(name).model(), DiagramChoice.theme(theme), true);
    return DiagramController.answer(diagrams.draw(request, Format.SVG), Format.SVG);
  }

  private static Example find(String name) {
    Example example = Examples.find(name);
    if (example == null) {
      throw new NotFound(
          "No example " + Words.quote(name) + "." + Suggestion.didYouMean(name, Examples.names()));
    }
    return example;
  }
}
