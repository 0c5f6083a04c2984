package dev.letsbackprop.web;

import dev.letsbackprop.json.Document;
import dev.letsbackprop.json.Suggestion;
import dev.letsbackprop.json.Words;
import dev.letsbackprop.layer.LayerCatalogue;
import dev.letsbackprop.layer.LayerEntry;
import dev.letsbackprop.service.LayerDocument;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue of layers. */
@RestController
class LayerController {

  @GetMapping(path = "/v1/layers", produces = MediaType.APPLICATION_JSON_VALUE)
  Document layers() {
    return json -> {
      json.beginObject();
      json.name("layers").beginArray();
      LayerCatalogue.entries().forEach(entry -> new LayerDocument(entry).write(json));
      json.endArray();
      json.endObject();
    };
  }

  @GetMapping(path = "/v1/layers/{type}", produces = MediaType.APPLICATION_JSON_VALUE)
  Document layer(@PathVariable("type") String type) {
    LayerEntry entry = LayerCatalogue.find(type);
    if (entry == null) {
      throw new NotFound(
          "No layer "
              + Words.quote(type)
              + "."
              + Suggestion.didYouMean(type, LayerCatalogue.types()));
    }
    return new LayerDocument(entry);
  }
}
