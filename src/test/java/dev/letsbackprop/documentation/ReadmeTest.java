package dev.letsbackprop.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** Every curl of the README gives the answer that stands below it, and its links lead somewhere. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ReadmeTest {
  private static final Pattern CURL =
      Pattern.compile(
          "```console\\n"
              + "\\$ curl -s http://localhost:8080(\\S+) -H '([^:']+): ([^']+)' -d '([^']+)'\\n"
              + "```\\n"
              + "\\n"
              + "```json\\n"
              + "(.+?)```",
          Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\(([^):#]+)\\)");

  private final JsonMapper mapper = new JsonMapper();

  @LocalServerPort private int port;

  private record Call(String path, String header, String value, String body, String answer) {}

  @Test
  void everyCurlGivesTheAnswerBelowIt() throws Exception {
    String readme = Files.readString(Path.of("README.md"));
    List<Call> calls = new ArrayList<>();
    Matcher matcher = CURL.matcher(readme);
    while (matcher.find()) {
      calls.add(
          new Call(
              matcher.group(1),
              matcher.group(2),
              matcher.group(3),
              matcher.group(4),
              matcher.group(5)));
    }
    assertEquals(readme.split("\\$ curl", -1).length - 1, calls.size());
    for (Call call : calls) {
      assertEquals(mapper.readTree(call.answer()), mapper.readTree(send(call)), call.body());
    }
  }

  private String send(Call call) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + call.path()))
            .header(call.header(), call.value())
            .POST(BodyPublishers.ofString(call.body()))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  @Test
  void linksToFilesLeadToFiles() throws Exception {
    try (Stream<Path> top = Files.list(Path.of("."));
        Stream<Path> docs = Files.walk(Path.of("docs"))) {
      List<Path> pages =
          Stream.concat(top, docs).filter(path -> path.toString().endsWith(".md")).toList();
      for (Path page : pages) {
        Matcher link = LINK.matcher(Files.readString(page));
        while (link.find()) {
          Path target = page.resolveSibling(link.group(1));
          assertTrue(Files.exists(target), page + " links to " + link.group(1));
        }
      }
    }
  }
}
