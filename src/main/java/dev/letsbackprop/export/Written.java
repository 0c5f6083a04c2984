package dev.letsbackprop.export;

import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** What a rule passes around: an expression, until a line of the script has given it a name. */
final class Written {
  private final Shape shape;
  private Phrase phrase;
  private @Nullable Tensor known;
  private boolean added;

  Written(Phrase phrase, Shape shape, @Nullable Tensor known) {
    this.phrase = phrase;
    this.shape = shape;
    this.known = known;
  }

  /** The same expression, to be named for itself. */
  Written copy() {
    return new Written(phrase, shape, known);
  }

  Phrase phrase() {
    return phrase;
  }

  Shape shape() {
    return shape;
  }

  @Nullable Tensor known() {
    return known;
  }

  /** From here on it is known by that name, and no longer by its value. */
  void name(String name) {
    phrase = Phrase.atom(name);
    known = null;
  }

  /** A line of the script has added it to what it is going to be added to. */
  void addTo(String name) {
    name(name);
    added = true;
  }

  boolean isAdded() {
    return added;
  }
}
