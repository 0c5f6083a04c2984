package dev.letsbackprop.web;

import dev.letsbackprop.json.Words;
import dev.letsbackprop.problem.ProblemType;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a problem's type leads to: an explanation for a person. */
@RestController
class ProblemController {

  @GetMapping(path = "/problems/{type}", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
  String problem(@PathVariable("type") String slug) {
    ProblemType type = ProblemType.find(slug);
    if (type == null) {
      throw new NotFound("No type of problem " + Words.quote(slug) + ".");
    }
    String title = type.status() + " · " + type.title();
    return """
    <!doctype html>
    <html lang="en">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>%1$s</title>
    <style>
      :root { color-scheme: light dark }
      body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem }
    </style>
    <h1>%1$s</h1>
    <p>%2$s</p>
    <p><code>%3$s</code></p>
    </html>
    """
        .formatted(title, type.explanation(), type.uri());
  }
}
