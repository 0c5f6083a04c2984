package dev.letsbackprop.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.letsbackprop.json.ReadLimits;
import dev.letsbackprop.model.Limits;
import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.Entry;
import dev.letsbackprop.service.Example;
import dev.letsbackprop.service.Examples;
import dev.letsbackprop.service.GradientRequestReader;
import dev.letsbackprop.service.GradientService;
import dev.letsbackprop.service.OperationExample;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** The requests that the document shows, and under the same names the answers to them. */
final class NamedExamples {
  private NamedExamples() {}

  static ObjectNode requests() {
    return examples(NamedExamples::request);
  }

  static ObjectNode answers() {
    return examples(name -> answer(request(name)));
  }

  private static ObjectNode examples(Function<String, JsonNode> value) {
    ObjectNode examples = Pieces.MAPPER.createObjectNode();
    Pieces.json("examples.json")
        .properties()
        .forEach(
            chosen -> {
              ObjectNode example = examples.putObject(chosen.getKey());
              example.set("summary", chosen.getValue().path("summary"));
              example.set("value", value.apply(chosen.getValue().path("request").asText()));
            });
    return examples;
  }

  /** The request of a worked example, of an operation's example, or of a file. */
  private static JsonNode request(String name) {
    Example example = Examples.find(name);
    if (example != null) {
      return Pieces.parse(example.text()).path("request");
    }
    Entry operation = Catalogue.find(name);
    return operation != null
        ? Fillings.tree(new OperationExample(operation))
        : Pieces.json("requests/" + name + ".json");
  }

  private static JsonNode answer(JsonNode request) {
    byte[] body = request.toString().getBytes(StandardCharsets.UTF_8);
    return Fillings.tree(
        new GradientService()
            .differentiate(GradientRequestReader.read(body, ReadLimits.DEFAULT, Limits.DEFAULT)));
  }
}
