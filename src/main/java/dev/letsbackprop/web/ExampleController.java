package dev.letsbackprop.web;

import dev.letsbackprop.json.Document;
import dev.letsbackprop.json.Suggestion;
import dev.letsbackprop.json.Words;
import dev.letsbackprop.service.Example;
import dev.letsbackprop.service.Examples;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Worked examples with their sources. */
@RestController
class ExampleController {

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
    Example example = Examples.find(name);
    if (example == null) {
      throw new NotFound(
          "No example " + Words.quote(name) + "." + Suggestion.didYouMean(name, Examples.names()));
    }
    return example.text().getBytes(StandardCharsets.UTF_8);
  }
}
