package dev.letsbackprop.web.access;

import dev.letsbackprop.web.BadSetting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Reads the tokens: from a list, or from a file with one token a line, as secrets are mounted.
 *
 * <p>They are read by hand, since an error of Spring's own binding would print what it could not
 * bind.
 */
final class TokenSettings {
  private static final String LIST = "letsbackprop.tokens";
  private static final String FILE = "letsbackprop.tokens-file";

  private TokenSettings() {}

  /**
   * The tokens that are set; none where neither setting is there.
   *
   * @throws BadSetting where a setting is there and holds no good tokens
   */
  static Tokens read(Environment environment) {
    Binder binder = Binder.get(environment);
    List<String> list = binder.bind(LIST, Bindable.listOf(String.class)).orElse(List.of());
    String text = binder.bind(LIST, String.class).orElse(null);
    String file = binder.bind(FILE, String.class).orElse(null);
    if (text != null && text.isBlank()) {
      // A secret that did not arrive must not open the door.
      throw new BadSetting(
          LIST + " is set, but empty. Leave it out where everybody may call the service.");
    }
    if (file == null) {
      return Tokens.of(list, LIST);
    }
    if (!list.isEmpty()) {
      throw new BadSetting("Both " + LIST + " and " + FILE + " are set; one of them is enough.");
    }
    List<String> lines = lines(file);
    if (lines.isEmpty()) {
      throw new BadSetting("The file of " + FILE + " is empty.");
    }
    return Tokens.of(lines, FILE);
  }

  private static List<String> lines(String file) {
    try {
      return Files.readString(Path.of(file), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .toList();
    } catch (IOException | InvalidPathException e) {
      throw new BadSetting("The file of " + FILE + " cannot be read as text.");
    }
  }
}
