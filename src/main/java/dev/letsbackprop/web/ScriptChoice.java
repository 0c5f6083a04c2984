package dev.letsbackprop.web;

import dev.letsbackprop.export.Library;
import dev.letsbackprop.json.Choices;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/** Which library a script is asked for: by a parameter of the query, or by one of Accept. */
final class ScriptChoice {
  static final String MEDIA_TYPE = "text/x-python";
  private static final String FRAMEWORK = "framework";

  private ScriptChoice() {}

  /**
   * The library.
   *
   * @param asked by the query; null where it says nothing
   * @throws BadParameter where the query names none that we know
   * @throws HttpMediaTypeNotAcceptableException where Accept allows no such script
   */
  static Library of(@Nullable String asked, List<MediaType> accepted)
      throws HttpMediaTypeNotAcceptableException {
    Library wanted = asked == null ? null : WordParameter.read(FRAMEWORK, asked, Library.class);
    List<MediaType> wishes =
        accepted.isEmpty()
            ? List.of(MediaType.ALL)
            : accepted.stream()
                .filter(type -> type.getQualityValue() > 0)
                .sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
                .toList();
    for (MediaType wish : wishes) {
      if (wish.includes(MediaType.parseMediaType(MEDIA_TYPE))) {
        String named = wish.getParameter(FRAMEWORK);
        Library found =
            named == null ? wanted : Choices.find(Library.class, named.replace("\"", ""));
        boolean fits = named == null || (found != null && (wanted == null || wanted == found));
        if (fits) {
          return found == null ? Library.NUMPY : found;
        }
      }
    }
    throw new HttpMediaTypeNotAcceptableException(
        Stream.of(Library.values()).map(ScriptChoice::plainType).toList());
  }

  private static MediaType plainType(Library library) {
    return new MediaType(
        MediaType.parseMediaType(MEDIA_TYPE), Map.of(FRAMEWORK, Choices.word(library)));
  }

  /** The media type of a script for a library. */
  static MediaType type(Library library) {
    return new MediaType(plainType(library), StandardCharsets.UTF_8);
  }
}
