package dev.letsbackprop.web;

import dev.letsbackprop.diagram.Format;
import dev.letsbackprop.diagram.Theme;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/** Which format a diagram is asked for in, by Accept. */
final class DiagramChoice {
  static final String SVG = "image/svg+xml";
  static final String DOT = "text/vnd.graphviz";
  static final String MERMAID = "text/vnd.mermaid";

  private DiagramChoice() {}

  /**
   * The format that is wanted most; of equals the one that is named more exactly, and then SVG.
   *
   * @throws HttpMediaTypeNotAcceptableException where none is wanted
   */
  static Format of(List<MediaType> accepted) throws HttpMediaTypeNotAcceptableException {
    Format best = null;
    double most = 0;
    for (Format format : Format.values()) {
      double wish = accepted.isEmpty() ? 1 : wish(plainType(format), accepted);
      if (wish > most) {
        best = format;
        most = wish;
      }
    }
    if (best == null) {
      throw new HttpMediaTypeNotAcceptableException(
          Stream.of(Format.values()).map(DiagramChoice::plainType).toList());
    }
    return best;
  }

  /** What the most exact range that has this type says of it, and a little for its exactness. */
  private static double wish(MediaType type, List<MediaType> accepted) {
    double wish = 0;
    int exactness = -1;
    for (MediaType range : accepted) {
      int exact = range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2;
      if (range.includes(type) && exact > exactness) {
        exactness = exact;
        double quality = range.getQualityValue();
        wish = quality > 0 ? quality + exact / 10_000.0 : 0;
      }
    }
    return wish;
  }

  /**
   * The theme of a picture.
   *
   * @param asked by the query; null where it says nothing
   * @throws BadParameter where the query names none that we know
   */
  static Theme theme(@Nullable String asked) {
    return asked == null ? Theme.AUTO : WordParameter.read("theme", asked, Theme.class);
  }

  private static MediaType plainType(Format format) {
    return MediaType.parseMediaType(
        switch (format) {
          case SVG -> SVG;
          case DOT -> DOT;
          case MERMAID -> MERMAID;
        });
  }

  /** The media type of a diagram. */
  static MediaType type(Format format) {
    return new MediaType(plainType(format), StandardCharsets.UTF_8);
  }
}
