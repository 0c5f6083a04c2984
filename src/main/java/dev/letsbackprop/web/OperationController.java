package dev.letsbackprop.web;

import dev.letsbackprop.json.Document;
import dev.letsbackprop.json.Suggestion;
import dev.letsbackprop.json.Words;
import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.Entry;
import dev.letsbackprop.service.OperationDocument;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue of operations. */
@RestController
class OperationController {

  @GetMapping(path = "/v1/operations", produces = MediaType.APPLICATION_JSON_VALUE)
  Document operations() {
    return json -> {
      json.beginObject();
      json.name("operations").beginArray();
      Catalogue.entries().forEach(entry -> new OperationDocument(entry).write(json));
      json.endArray();
      json.endObject();
    };
  }

  @GetMapping(path = "/v1/operations/{name}", produces = MediaType.APPLICATION_JSON_VALUE)
  Document operation(@PathVariable("name") String name) {
    Entry entry = Catalogue.find(name);
    if (entry == null) {
      throw new NotFound(
          "No operation "
              + Words.quote(name)
              + "."
              + Suggestion.didYouMean(name, Catalogue.names()));
    }
    return new OperationDocument(entry);
  }
}
