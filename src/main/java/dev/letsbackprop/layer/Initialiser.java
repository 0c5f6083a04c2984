package dev.letsbackprop.layer;

import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.Arrays;

/**
 * A parameter said by how its numbers are drawn: the same on every machine and every Java.
 *
 * <p>The uniform numbers are those of SplitMix64, row-major; normal ones come of them in pairs, by
 * Box and Muller's transform.
 *
 * @param scale what every number is multiplied by
 */
public record Initialiser(Kind kind, Shape shape, long seed, double scale) {

  /** How numbers are drawn. */
  public enum Kind {
    /** Mean 0 and variance 1. */
    NORMAL,
    /** From 0 to below 1. */
    UNIFORM,
    /** Uniform between ±√(6/(in + out)): Glorot and Bengio 2010, equation 16. */
    XAVIER,
    /** Normal with variance 2/in: He, Zhang, Ren and Sun 2015. */
    HE,
    ZEROS,
    ONES;

    /** Whether it depends on a seed. */
    public boolean draws() {
      return this != ZEROS && this != ONES;
    }
  }

  /** The numbers. */
  public Tensor make() {
    return switch (kind) {
      case ZEROS -> Tensor.filled(shape, 0);
      case ONES -> Tensor.filled(shape, scale);
      case NORMAL -> normal(scale);
      case UNIFORM -> uniform(0, scale);
      case XAVIER -> {
        double bound = scale * Math.sqrt(6.0 / ((double) fanIn() + fanOut()));
        yield uniform(-bound, 2 * bound);
      }
      case HE -> normal(scale * Math.sqrt(2.0 / fanIn()));
    };
  }

  /** How many numbers come into each unit: of a matrix [in, out], of windows [out, in, h, w]. */
  private long fanIn() {
    return switch (shape.rank()) {
      case 0 -> 1;
      case 1 -> shape.side(0);
      case 4 -> shape.slice(1, 4).size();
      default -> shape.slice(0, shape.rank() - 1).size();
    };
  }

  private long fanOut() {
    return switch (shape.rank()) {
      case 0 -> 1;
      case 4 -> shape.with(1, 1).size();
      default -> shape.side(shape.rank() - 1);
    };
  }

  private Tensor uniform(double from, double width) {
    SplitMix random = new SplitMix(seed);
    double[] elements = new double[Math.toIntExact(shape.size())];
    Arrays.setAll(elements, at -> from + width * random.next());
    return Tensor.adopt(shape, elements);
  }

  private Tensor normal(double deviation) {
    SplitMix random = new SplitMix(seed);
    double[] elements = new double[Math.toIntExact(shape.size())];
    for (int at = 0; at < elements.length; at += 2) {
      // 1 less a number below 1: the logarithm is never that of 0.
      double radius = deviation * Math.sqrt(-2 * StrictMath.log(1 - random.next()));
      double angle = 2 * Math.PI * random.next();
      elements[at] = radius * StrictMath.cos(angle);
      if (at + 1 < elements.length) {
        elements[at + 1] = radius * StrictMath.sin(angle);
      }
    }
    return Tensor.adopt(shape, elements);
  }

  /**
   * SplitMix64: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014, with
   * the constants of Vigna's splitmix64.c.
   */
  private static final class SplitMix {
    private long state;

    SplitMix(long seed) {
      state = seed;
    }

    /** From 0 to below 1: the upper 53 bits. */
    double next() {
      state += 0x9e3779b97f4a7c15L;
      long mixed = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
      mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
      return ((mixed ^ (mixed >>> 31)) >>> 11) * 0x1.0p-53;
    }
  }
}
