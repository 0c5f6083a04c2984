package dev.letsbackprop.command;

import dev.letsbackprop.diagram.Format;
import dev.letsbackprop.export.Library;
import dev.letsbackprop.json.Choices;
import dev.letsbackprop.json.Suggestion;
import dev.letsbackprop.json.Words;
import dev.letsbackprop.platform.ResultFormat;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the words that constants of an enum are in JSON. */
class Chosen<E extends Enum<E>> implements ITypeConverter<E> {
  private final Class<E> type;

  Chosen(Class<E> type) {
    this.type = type;
  }

  @Override
  public E convert(String word) {
    E constant = Choices.find(type, word);
    if (constant != null) {
      return constant;
    }
    List<String> words = Choices.words(type);
    throw new TypeConversionException(
        "expected one of "
            + String.join(", ", words)
            + ", not "
            + Words.quote(word)
            + "."
            + Suggestion.didYouMean(word, words));
  }

  /** Reads the word for a library. */
  static final class OfLibrary extends Chosen<Library> {
    OfLibrary() {
      super(Library.class);
    }
  }

  /** Reads the word for a form of diagrams. */
  static final class OfDiagram extends Chosen<Format> {
    OfDiagram() {
      super(Format.class);
    }
  }

  /** Reads the word for a form of results. */
  static final class OfResultFormat extends Chosen<ResultFormat> {
    OfResultFormat() {
      super(ResultFormat.class);
    }
  }
}
