package dev.letsbackprop.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Makes the parsers underneath, with the limits that they can hold by themselves. */
final class Parsers {
  private record Made(ReadLimits limits, JsonFactory factory) {}

  /** A process has one set of limits, give or take a test: the last factory is the right one. */
  private static volatile @Nullable Made last;

  private Parsers() {}

  static JsonParser of(byte[] body, ReadLimits limits) {
    Made made = last;
    if (made == null || !made.limits.equals(limits)) {
      made = new Made(limits, factory(limits));
      last = made;
    }
    return made.factory.createParser(ObjectReadContext.empty(), body);
  }

  private static JsonFactory factory(ReadLimits limits) {
    StreamReadConstraints constraints =
        StreamReadConstraints.builder()
            .maxDocumentLength(limits.bodyBytes())
            // How deep junk may be; all else is held to its limit where it is read.
            .maxNestingDepth(ReadLimits.JUNK_DEPTH)
            .maxNumberLength(limits.numberLength())
            .maxStringLength(limits.stringLength())
            // The parser counts bytes in blocks of four; the exact count in characters is ours.
            .maxNameLength(4 * limits.nameLength() + 4)
            .maxTokenCount(limits.tokens())
            .build();
    return JsonFactory.builder()
        .streamReadConstraints(constraints)
        .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .build();
  }
}
