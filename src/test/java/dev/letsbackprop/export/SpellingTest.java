package dev.letsbackprop.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.Operation;
import dev.letsbackprop.tensor.Shape;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Parentheses stand where Python's precedence needs them, and nowhere else. */
class SpellingTest {
  private static final Phrase A = Phrase.atom("a");
  private static final Phrase B = Phrase.atom("b");
  private static final Phrase C = Phrase.atom("c");

  private static Phrase spell(Library library, String name, Phrase... x) {
    Operation operation = Objects.requireNonNull(Catalogue.find(name)).example();
    List<Shape> shapes = Collections.nCopies(x.length, Shape.of(2, 2));
    return new Spelling(library).spell(operation, List.of(x), shapes);
  }

  private static Phrase numpy(String name, Phrase... x) {
    return spell(Library.NUMPY, name, x);
  }

  @Test
  void sumsAndProducts() {
    assertEquals("a - b - c", numpy("subtract", numpy("subtract", A, B), C).text());
    assertEquals("a - (b - c)", numpy("subtract", A, numpy("subtract", B, C)).text());
    assertEquals("a + (b + c)", numpy("add", A, numpy("add", B, C)).text());
    assertEquals("a + b * c", numpy("add", A, numpy("multiply", B, C)).text());
    assertEquals("(a + b) * c", numpy("multiply", numpy("add", A, B), C).text());
    assertEquals("a / b / c", numpy("divide", numpy("divide", A, B), C).text());
    assertEquals("a / (b * c)", numpy("divide", A, numpy("multiply", B, C)).text());
    assertEquals("a @ (b @ c)", numpy("matmul", A, numpy("matmul", B, C)).text());
  }

  @Test
  void powersAndSigns() {
    assertEquals("-a ** b", numpy("negative", numpy("power", A, B)).text());
    assertEquals("(-a) ** b", numpy("power", numpy("negative", A), B).text());
    assertEquals("a ** -b", numpy("power", A, numpy("negative", B)).text());
    assertEquals("(a ** b) ** c", numpy("power", numpy("power", A, B), C).text());
    assertEquals("-(a + b)", numpy("negative", numpy("add", A, B)).text());
    assertEquals("-a * b", numpy("multiply", numpy("negative", A), B).text());
    assertEquals("a ** -2.0", numpy("power", A, Phrase.number(-2)).text());
    assertEquals("(-2.0) ** a", numpy("power", Phrase.number(-2), A).text());
  }

  @Test
  void truths() {
    Phrase truth = numpy("greater", A, numpy("add", B, C));
    assertEquals("a > b + c", truth.text());
    assertEquals("1.0 * (a > b + c) - c", numpy("subtract", truth, C).text());
    assertEquals("np.where(a > b + c, b, 0.0)", numpy("where", truth, B, Phrase.number(0)).text());
    assertEquals("np.where(a != 0.0, b, c)", numpy("where", A, B, C).text());
    assertEquals(
        "torch.where(a > b, b, torch.tensor(0.0))",
        spell(
                Library.PYTORCH,
                "where",
                spell(Library.PYTORCH, "greater", A, B),
                B,
                Phrase.number(0))
            .text());
  }

  /** Python's own 1.0 / 0.0 is an error. */
  @Test
  void numbersAmongThemselvesAreTensors() {
    Phrase zero = Phrase.number(0);
    assertEquals(
        "np.float64(1.0) / np.float64(0.0)", numpy("divide", Phrase.number(1), zero).text());
    assertEquals("torch.exp(torch.tensor(0.0))", spell(Library.PYTORCH, "exp", zero).text());
  }
}
