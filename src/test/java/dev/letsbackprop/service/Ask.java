package dev.letsbackprop.service;

import dev.letsbackprop.json.Document;
import dev.letsbackprop.json.JsonWriter;
import dev.letsbackprop.json.Refusal;
import dev.letsbackprop.limit.Limits;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/** Asks for gradients as a client would, without HTTP. */
public final class Ask {
  private Ask() {}

  /** The answer's bytes as text. */
  public static String gradients(byte[] body, Limits limits) {
    GradientRequest request = GradientRequestReader.read(body, limits);
    return written(new GradientService().differentiate(request));
  }

  /** The same for the gradients as a graph. */
  public static String gradientGraph(byte[] body, Limits limits) {
    GradientGraphRequest request = GradientGraphRequest.read(body, limits);
    return written(new GradientGraphService(limits).differentiate(request));
  }

  public static String gradientGraph(String body) {
    return gradientGraph(bytes(body), Limits.DEFAULT);
  }

  /** The same for Hessians. */
  public static String hessians(byte[] body, Limits limits) {
    HessianRequest request = HessianRequestReader.read(body, limits);
    return written(new HessianService(limits).differentiate(request));
  }

  public static String hessians(String body) {
    return hessians(bytes(body), Limits.DEFAULT);
  }

  /** The same for Jacobians. */
  public static String jacobians(byte[] body, Limits limits) {
    JacobianRequest request = JacobianRequestReader.read(body, limits);
    return written(new JacobianService(limits).differentiate(request));
  }

  public static String jacobians(String body) {
    return jacobians(bytes(body), Limits.DEFAULT);
  }

  /** The same for checks of gradients. */
  public static String gradientChecks(byte[] body, Limits limits) {
    GradientCheckRequest request = GradientCheckRequestReader.read(body, limits);
    return written(new GradientCheckService().check(request));
  }

  public static String gradientChecks(String body) {
    return gradientChecks(bytes(body), Limits.DEFAULT);
  }

  /** The same for grades. */
  public static String grades(byte[] body, Limits limits) {
    return written(new GradeService().grade(GradeRequest.read(body, limits)));
  }

  public static String grades(String body) {
    return grades(bytes(body), Limits.DEFAULT);
  }

  private static String written(Document document) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try (JsonWriter json = new JsonWriter(answer)) {
      document.write(json);
    }
    return answer.toString(StandardCharsets.UTF_8);
  }

  /** The answer to a body in which single quotes stand for double ones. */
  public static String gradients(String body) {
    return gradients(bytes(body), Limits.DEFAULT);
  }

  /** The faults of a body, each as {@code pointer: sentence}. */
  public static List<String> faults(String body) {
    return faults(body, Limits.DEFAULT);
  }

  public static List<String> faults(String body, Limits limits) {
    return faults(() -> gradients(bytes(body), limits));
  }

  /** The faults that a request is refused for. */
  public static List<String> faults(Supplier<String> answer) {
    try {
      throw new AssertionError("not refused: " + answer.get());
    } catch (Refusal refusal) {
      return refusal.faults().stream()
          .map(fault -> fault.pointer() + ": " + fault.detail())
          .toList();
    }
  }

  /** A body in which single quotes stand for double ones. */
  public static byte[] bytes(String body) {
    return body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }
}
