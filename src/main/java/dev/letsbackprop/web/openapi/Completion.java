package dev.letsbackprop.web.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Keeps the paths that springdoc found in the controllers, and says everything about them anew. */
final class Completion implements OpenApiCustomizer {
  private final Assembly assembly;

  Completion(Assembly assembly) {
    this.assembly = assembly;
  }

  @Override
  public void customise(OpenAPI found) {
    OpenAPI whole = parse(assembly.document(found.getPaths().keySet()).toString());
    check(found.getPaths(), whole.getPaths());
    found.setInfo(whole.getInfo());
    found.setServers(whole.getServers());
    found.setSecurity(whole.getSecurity());
    found.setTags(whole.getTags());
    found.setPaths(whole.getPaths());
    found.setComponents(whole.getComponents());
  }

  private static OpenAPI parse(String document) {
    try {
      return Json31.mapper().readValue(document, OpenAPI.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void check(Paths found, Paths description) {
    found.forEach(
        (path, item) -> {
          PathItem described = description.get(path);
          if (described == null
              || !described
                  .readOperationsMap()
                  .keySet()
                  .equals(item.readOperationsMap().keySet())) {
            throw new IllegalStateException(
                path + " answers to other methods than its description says");
          }
        });
  }
}
