package dev.letsbackprop.web.access;

import dev.letsbackprop.web.BadSetting;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.web.cors.CorsConfiguration;

/** Reads the origins whose pages may call the service. */
final class OriginSettings {
  private static final String SETTING = "letsbackprop.cors.origins";
  private static final Pattern ORIGIN =
      Pattern.compile("https?://(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9.-]+)(:[0-9]{1,5})?");

  private OriginSettings() {}

  /**
   * The origins that are set; none where only pages of the service itself may call it.
   *
   * @throws BadSetting where one could never be the origin of a page
   */
  static List<String> read(Environment environment) {
    List<String> origins =
        Binder.get(environment)
            .bind(SETTING, Bindable.listOf(String.class))
            .orElse(List.of())
            .stream()
            .filter(origin -> !origin.isBlank())
            .toList();
    for (String origin : origins) {
      if (!origin.equals(CorsConfiguration.ALL) && !ORIGIN.matcher(origin).matches()) {
        throw new BadSetting(
            SETTING
                + " has '"
                + origin
                + "', which is no origin: expected one like https://course.example, without a path"
                + " or a slash at its end, or *.");
      }
    }
    return origins;
  }
}
