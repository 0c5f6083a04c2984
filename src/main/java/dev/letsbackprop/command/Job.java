package dev.letsbackprop.command;

import dev.letsbackprop.json.Document;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.service.ExerciseCheckRequest;
import dev.letsbackprop.service.ExerciseCheckService;
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
import java.util.List;

/**
 * A job that takes a request and gives a document.
 *
 * @param name what its command is called, as the service's path is
 * @param example a request without single quotes, so that a shell can quote it
 */
record Job(String name, String summary, String example, Work work) {
  static final List<Job> ALL =
      List.of(
          new Job(
              "gradients",
              "Values and gradients of a model, and the flows that they are the sums of.",
              """
              {"formula": "q = x + y; f = q * z", "values": {"x": -2, "y": 5, "z": -4}}\
              """,
              (body, limits) ->
                  new GradientService().differentiate(GradientRequestReader.read(body, limits))),
          new Job(
              "gradient-graphs",
              "The gradients of a model as an expression graph, which is a model again.",
              """
              {"formula": "y = tanh(x)", "values": {"x": 2}}\
              """,
              (body, limits) ->
                  new GradientGraphService(limits)
                      .differentiate(GradientGraphRequest.read(body, limits))),
          new Job(
              "hessians",
              "Second derivatives of a model whose output is a number, or their product with a"
                  + " vector.",
              """
              {"formula": "f = x ** 2 * y", "values": {"x": 3, "y": 4}}\
              """,
              (body, limits) ->
                  new HessianService(limits)
                      .differentiate(HessianRequestReader.read(body, limits))),
          new Job(
              "jacobians",
              "First derivatives of every element of the output, or their product with a vector.",
              """
              {"formula": "x * x", "values": {"x": [1, 2, 3]}}\
              """,
              (body, limits) ->
                  new JacobianService(limits)
                      .differentiate(JacobianRequestReader.read(body, limits))),
          new Job(
              "gradient-checks",
              "Gradients against central differences, with a verdict for each node.",
              """
              {"formula": "sum(relu(x))", "values": {"x": [-1, 2, 0]}}\
              """,
              (body, limits) ->
                  new GradientCheckService().check(GradientCheckRequestReader.read(body, limits))),
          new Job(
              "exercise-checks",
              "Which mistakes the numbers of an exercise would hide, and better numbers.",
              """
              {"model": {"formula": "f = sigmoid(x) * y", "values": {"x": 1, "y": 1}}}\
              """,
              (body, limits) ->
                  new ExerciseCheckService(limits).check(ExerciseCheckRequest.read(body, limits))));

  /** Works on a body within limits. */
  interface Work {
    Document on(byte[] body, Limits limits);
  }

  /** Where the service does it. */
  String path() {
    return "/v1/" + name;
  }

  Answer answer(byte[] body, Limits limits) {
    return Answer.of(work.on(body, limits));
  }
}
