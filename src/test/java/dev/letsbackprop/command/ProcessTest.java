package dev.letsbackprop.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a shell runs it. */
class ProcessTest {
  @TempDir Path folder;

  private Process start(List<String> options, String body, String... arguments) throws IOException {
    Path input = Files.writeString(folder.resolve("input"), body);
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(options);
    line.addAll(
        List.of("-cp", System.getProperty("java.class.path"), "dev.letsbackprop.LetsBackprop"));
    line.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .redirectInput(input.toFile())
            .redirectError(folder.resolve("err").toFile());
    builder.environment().put("LC_ALL", "C");
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.start();
    CompletableFuture.delayedExecutor(3, TimeUnit.MINUTES).execute(process::destroyForcibly);
    return process;
  }

  private static String text(InputStream stream) throws IOException {
    return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
  }

  private String err() throws IOException {
    return Files.readString(folder.resolve("err"));
  }

  @Test
  void utf8WhateverTheLocale() throws Exception {
    String body = "{\"formula\": \"π2 = θ * θ\", \"values\": {\"θ\": 3}, \"wrt\": [\"θ\"]}";
    Process process = start(List.of(), body, "gradients");
    String out = text(process.getInputStream());
    assertEquals(0, process.waitFor(), err());
    assertEquals(
        "{\"output\":\"π2\",\"nodes\":{\"θ\":{\"shape\":[],\"value\":3,\"gradient\":6},\"π2\":{\"op\":\"multiply\",\"inputs\":[\"θ\",\"θ\"],\"shape\":[],\"value\":9,\"gradient\":1}}}\n",
        out);
    assertEquals("", err());

    Process refused = start(List.of(), body.replace("[\"θ\"]", "[\"ψ\"]"), "gradients");
    assertEquals(2, refused.waitFor());
    assertEquals("/wrt/0: No node 'ψ'.\n", err());
  }

  @Test
  void noSpringForACommand() throws Exception {
    Process process =
        start(
            List.of("-Xlog:class+load:file=" + folder.resolve("classes")),
            "{\"formula\": \"x + x\", \"values\": {\"x\": 1}}",
            "gradients");
    assertEquals(0, process.waitFor(), err());
    String classes = Files.readString(folder.resolve("classes"));
    assertTrue(classes.contains("dev.letsbackprop.graph.Graph"), classes);
    assertFalse(classes.contains("org.springframework"), "Spring was loaded");
    assertFalse(classes.contains("org.slf4j"), "a logger was loaded");
  }

  /** As {@code letsbackprop gradients | head -c 10} does. */
  @Test
  void aClosedPipeEndsItQuietly() throws Exception {
    String numbers = "1.5,".repeat(200_000) + "2";
    Process process =
        start(
            List.of(),
            "{\"formula\": \"sum(x)\", \"values\": {\"x\": [" + numbers + "]}}",
            "gradients");
    assertEquals(10, process.getInputStream().readNBytes(10).length);
    process.getInputStream().close();
    assertEquals(141, process.waitFor());
    assertEquals("", err());
  }

  @Test
  void propertiesOfSpringAloneStartTheService() throws Exception {
    Process process =
        start(List.of(), "", "--server.port=0", "--logging.level.dev.letsbackprop=info");
    try {
      StringBuilder log = new StringBuilder();
      var lines = process.inputReader(StandardCharsets.UTF_8);
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        log.append(line).append('\n');
        if (line.contains("Starting LetsBackprop")) {
          return;
        }
      }
      throw new AssertionError(log + err());
    } finally {
      process.destroy();
      assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    }
  }
}
