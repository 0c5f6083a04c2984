package dev.letsbackprop.documentation;

import dev.letsbackprop.limit.Limit;
import java.util.Locale;

/** The page on limits. */
final class LimitsPage {
  private LimitsPage() {}

  static String text() {
    Markdown page =
        new Markdown(
            """
            # Limits

            This page is generated from the limits; `./mvnw test -Dtest=CataloguePagesTest -Ddocs.write=true` writes it.

            What a request needs is known from its bytes and its shapes, with exact arithmetic, before a number is computed: the
            same request always passes, or is always refused. A refusal says the limit's name, its maximum and the need, at the
            place in the body. `GET /v1/limits` lists what is in force.

            Each limit has a setting, `letsbackprop.limits.` and its name: `--letsbackprop.limits.model.nodes=1000` at the start of
            the service, or `LETSBACKPROP_LIMITS_MODEL_NODES=1000` in the environment, which commands such as `letsbackprop
            gradients` go by as well. A setting that is no limit, or no number, keeps the service from starting and says why.

            """);
    page.line("| limit | unless set | at most | of |");
    page.line("|---|---:|---:|---|");
    for (Limit limit : Limit.values()) {
      page.line(
          "| `%s` | %s %s | %s | %s |"
              .formatted(
                  limit.word(),
                  limit == Limit.MEMORY ? "" : grouped(limit.standard(1L << 40)),
                  limit.unit(),
                  grouped(limit.highest()),
                  limit.of()));
    }
    return page.text();
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
