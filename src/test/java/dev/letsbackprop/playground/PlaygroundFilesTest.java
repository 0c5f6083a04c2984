package dev.letsbackprop.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The playground's files as they are served. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PlaygroundFilesTest {
  private static final Path FOLDER = Path.of("src/main/resources/playground");

  /** Modules beyond this many lines are two concepts. */
  private static final int LINES = 200;

  @LocalServerPort private int port;

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  @ParameterizedTest
  @CsvSource({
    "/, text/html",
    "/playground/main.js, text/javascript",
    "/playground/style/base.css, text/css",
    "/playground/icon.svg, image/svg+xml",
    "/playground/katex/katex.min.js, text/javascript",
    "/playground/katex/katex.min.css, text/css",
    "/playground/katex/fonts/KaTeX_Main-Regular.woff2, font/woff2"
  })
  void filesAreWhatTheySayUnderAStrictPolicy(String path, String type) throws Exception {
    HttpResponse<String> answer = get(path, "Accept", "*/*");
    assertEquals(200, answer.statusCode());
    String found = answer.headers().firstValue("Content-Type").orElse("");
    assertTrue(found.startsWith(type), found);
    String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
    assertTrue(
        policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self';"), policy);
    assertFalse(policy.contains("unsafe"), policy);
    assertFalse(policy.contains("http"), policy);
    assertEquals("nosniff", answer.headers().firstValue("X-Content-Type-Options").orElse(""));
    assertEquals("no-referrer", answer.headers().firstValue("Referrer-Policy").orElse(""));
  }

  @Test
  void filesAreCompressedAndAnswersAreNot() throws Exception {
    HttpResponse<String> script = get("/playground/katex/katex.min.js", "Accept-Encoding", "gzip");
    assertEquals("gzip", script.headers().firstValue("Content-Encoding").orElse(""));
    HttpResponse<String> answer = get("/v1/examples", "Accept-Encoding", "gzip");
    assertEquals("", answer.headers().firstValue("Content-Encoding").orElse(""));
  }

  @Test
  void whatIsNotThereIsAProblem() throws Exception {
    HttpResponse<String> answer = get("/playground/nothing.js");
    assertEquals(404, answer.statusCode());
    assertTrue(answer.body().contains("There is nothing at this path."), answer::body);
  }

  /** A module that is asked for only once another has been read would make the first visit wait. */
  @Test
  void thePageAsksForAllItsModulesAtOnce() throws Exception {
    String page = Files.readString(FOLDER.resolve("index.html"));
    TreeSet<String> asked = new TreeSet<>();
    Matcher module = Pattern.compile("playground/(\\w+\\.js)").matcher(page);
    while (module.find()) {
      asked.add(module.group(1));
    }
    try (Stream<Path> files = Files.list(FOLDER)) {
      TreeSet<String> there = new TreeSet<>();
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".js"))
          .forEach(there::add);
      assertEquals(there, asked);
    }
  }

  /** The policy keeps a drawing's own style out, so the page has it in its sheets, to the class. */
  @Test
  void theSheetsKnowAllThatADrawingIsMadeOf() throws Exception {
    String drawing =
        get("/v1/examples/two-layer-sigmoid-softmax-batch-of-4-as-layers/diagram.svg").body();
    String style = drawing.substring(drawing.indexOf("<style>"), drawing.indexOf("</style>"));
    String picture = Files.readString(FOLDER.resolve("style/picture.css"));
    String base = Files.readString(FOLDER.resolve("style/base.css"));
    Matcher name = Pattern.compile("\\.([a-z]\\w*)").matcher(style);
    while (name.find()) {
      assertTrue(
          Pattern.compile("\\." + name.group(1) + "\\b").matcher(picture).find(), name::group);
    }
    Matcher colour = Pattern.compile("#[0-9a-f]{3,6}").matcher(style);
    while (colour.find()) {
      assertTrue(base.contains(colour.group()), colour::group);
    }
  }

  /** Text of a student becomes text, and nothing else: markup is never made of strings. */
  @Test
  void modulesMakeNoMarkupOfText() throws Exception {
    Pattern forbidden =
        Pattern.compile(
            "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new"
                + " Function|https?:(?!//www\\.w3\\.org/)");
    try (Stream<Path> files = Files.walk(FOLDER)) {
      for (Path file :
          files.filter(file -> file.toString().matches(".*\\.(js|css|html)")).toList()) {
        String text = Files.readString(file);
        assertFalse(forbidden.matcher(text).find(), file::toString);
        assertTrue(text.lines().count() <= LINES, file::toString);
      }
    }
    String page = Files.readString(FOLDER.resolve("index.html"));
    assertFalse(
        Pattern.compile("<style|<script(?! type=\"module\" src=)|\\s(on\\w+|style)=")
            .matcher(page)
            .find());
  }
}
