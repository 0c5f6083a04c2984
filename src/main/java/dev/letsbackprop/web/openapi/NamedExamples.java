package dev.letsbackprop.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.letsbackprop.json.Document;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.Entry;
import dev.letsbackprop.service.Example;
import dev.letsbackprop.service.Examples;
import dev.letsbackprop.service.ExerciseCheckRequest;
import dev.letsbackprop.service.ExerciseCheckService;
import dev.letsbackprop.service.GradeRequest;
import dev.letsbackprop.service.GradeService;
import dev.letsbackprop.service.GradientCheckRequestReader;
import dev.letsbackprop.service.GradientCheckService;
import dev.letsbackprop.service.GradientGraphRequest;
import dev.letsbackprop.service.GradientGraphService;
import dev.letsbackprop.service.GradientRequestReader;
import dev.letsbackprop.service.GradientService;
import dev.letsbackprop.service.HessianRequestReader;
import dev.letsbackprop.service.HessianService;
import dev.letsbackprop.service.JacobianRequestReader;
import dev.letsbackprop.service.JacobianService;
import dev.letsbackprop.service.OperationExample;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * The requests that the document shows at an endpoint, and under the same names the answers to
 * them.
 *
 * @param file names the requests
 * @param answer what the endpoint answers to a body
 */
record NamedExamples(String file, Function<byte[], Document> answer) {
  private static final Limits LIMITS = Limits.DEFAULT;

  /** Those of the endpoint that is called so in its path. */
  static NamedExamples of(String endpoint) {
    return new NamedExamples(
        "examples/" + endpoint + ".json",
        switch (endpoint) {
          case "gradients" ->
              body -> new GradientService().differentiate(GradientRequestReader.read(body, LIMITS));
          case "gradient-graphs" ->
              body ->
                  new GradientGraphService(LIMITS)
                      .differentiate(GradientGraphRequest.read(body, LIMITS));
          case "gradient-checks" ->
              body ->
                  new GradientCheckService().check(GradientCheckRequestReader.read(body, LIMITS));
          case "grades" -> body -> new GradeService().grade(GradeRequest.read(body, LIMITS));
          case "exercise-checks" ->
              body ->
                  new ExerciseCheckService(LIMITS).check(ExerciseCheckRequest.read(body, LIMITS));
          case "hessians" ->
              body ->
                  new HessianService(LIMITS).differentiate(HessianRequestReader.read(body, LIMITS));
          case "jacobians" ->
              body ->
                  new JacobianService(LIMITS)
                      .differentiate(JacobianRequestReader.read(body, LIMITS));
          default -> throw new IllegalArgumentException("no examples of " + endpoint);
        });
  }

  ObjectNode requests() {
    return examples(NamedExamples::request);
  }

  ObjectNode answers() {
    return examples(
        name -> {
          byte[] body = request(name).toString().getBytes(StandardCharsets.UTF_8);
          return Fillings.tree(answer.apply(body));
        });
  }

  private ObjectNode examples(Function<String, JsonNode> value) {
    ObjectNode examples = Pieces.MAPPER.createObjectNode();
    Pieces.json(file)
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
}
