package dev.letsbackprop.json;

import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.limit.Limits;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Makes the parsers underneath, with the limits that they can hold by themselves. */
final class Parsers {
  private record Made(Limits limits, JsonFactory factory) {}

  /** A process has one set of limits, give or take a test: the last factory is the right one. */
  private static volatile @Nullable Made last;

  private Parsers() {}

  static JsonParser of(byte[] body, Limits limits) {
    Made made = last;
    if (made == null || !made.limits.equals(limits)) {
      made = new Made(limits, factory(limits));
      last = made;
    }
    return made.factory.createParser(ObjectReadContext.empty(), body);
  }

  private static JsonFactory factory(Limits limits) {
    StreamReadConstraints constraints =
        StreamReadConstraints.builder()
            .maxDocumentLength(limits.count(Limit.BODY))
            // How deep junk may be; all else is held to its limit where it is read.
            .maxNestingDepth(Tokens.JUNK_DEPTH)
            .maxNumberLength(limits.count(Limit.DIGITS))
            .maxStringLength(limits.count(Limit.STRING))
            // The parser counts bytes in blocks of four; the exact count in characters is ours.
            .maxNameLength(4 * limits.count(Limit.NAME) + 4)
            .maxTokenCount(limits.of(Limit.TOKENS))
            .build();
    return JsonFactory.builder()
        .streamReadConstraints(constraints)
        .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .build();
  }
}
