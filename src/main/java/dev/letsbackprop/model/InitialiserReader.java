package dev.letsbackprop.model;

import dev.letsbackprop.json.Choices;
import dev.letsbackprop.json.Fault.Kind;
import dev.letsbackprop.json.Faults;
import dev.letsbackprop.json.Generated;
import dev.letsbackprop.json.JsonReader;
import dev.letsbackprop.json.Literal;
import dev.letsbackprop.json.Pointer;
import dev.letsbackprop.json.Properties;
import dev.letsbackprop.layer.Initialiser;
import dev.letsbackprop.tensor.Shape;
import org.jspecify.annotations.Nullable;

/** Reads a parameter: a tensor, or how its numbers are drawn. */
final class InitialiserReader implements Generated {
  private final JsonReader json;
  private final Faults faults;
  private final Pointer at;
  private final int before;
  private boolean given;
  private Initialiser.@Nullable Kind kind;
  private @Nullable Long seed;
  private boolean hasSeed;
  private double scale = 1;
  private @Nullable Initialiser initialiser;

  InitialiserReader(JsonReader json, Faults faults) {
    this.json = json;
    this.faults = faults;
    this.at = json.pointer();
    this.before = faults.count();
  }

  /** Reads the value that comes next. */
  GivenPart read() {
    return new GivenPart(
        at,
        json.tensor(
            "a tensor: a number, nested arrays, or an object with 'shape' and 'data', 'base64' or"
                + " 'random'",
            this),
        initialiser);
  }

  @Override
  public void addTo(Properties packed) {
    packed.and("random", this::random).and("seed", this::seed).and("scale", this::scale);
  }

  private void random() {
    given = true;
    kind = json.choice(Initialiser.Kind.class);
  }

  private void seed() {
    hasSeed = true;
    given = true;
    Literal literal = json.literal("an integer");
    seed = literal != null && literal.toPlain() instanceof Long integer ? integer : null;
    if (literal != null && seed == null) {
      fault(json.pointer(), "Expected an integer of 64 bits, found " + literal.words() + ".");
    }
  }

  private void scale() {
    given = true;
    Double number = json.number("a number");
    scale = number == null ? 1 : number;
  }

  @Override
  public boolean isGiven() {
    return given;
  }

  @Override
  public void of(@Nullable Shape shape) {
    boolean sound = faults.count() == before;
    if (kind == null) {
      if (sound) {
        fault(at, "A generated tensor needs 'random': " + kinds() + ".");
      }
      return;
    }
    if (kind.draws() && !hasSeed) {
      fault(
          at,
          "'"
              + Choices.word(kind)
              + "' needs 'seed', an integer: the same seed gives the same numbers.");
      return;
    }
    if (sound && shape != null) {
      initialiser = new Initialiser(kind, shape, seed == null ? 0 : seed, scale);
    }
  }

  private static String kinds() {
    return "one of " + String.join(", ", Choices.words(Initialiser.Kind.class));
  }

  private void fault(Pointer place, String sentence) {
    faults.add(Kind.INVALID_REQUEST, place, sentence);
  }
}
