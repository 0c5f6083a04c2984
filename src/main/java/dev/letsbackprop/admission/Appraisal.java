package dev.letsbackprop.admission;

/**
 * What reading a body takes, by a glance at its bytes: how many objects, elements and steps of a
 * formula may be in it.
 */
public final class Appraisal {
  /** What is made of an object, such as a node: its reading, its draft, and itself. */
  private static final long OBJECT = 500;

  /** What is made of a property, such as the value of a name: an entry, its name and its place. */
  private static final long PROPERTY = 250;

  /** What is made of an element of a list, where the array that it is read into grows. */
  private static final long ELEMENT = 32;

  /** What is made of an operator or a bracket in a text: it may be a formula. */
  private static final long OPERATOR = 700;

  private final byte[] body;
  private final long longestFormula;
  private long objects;
  private long properties;
  private long elements;
  private long operators;

  private Appraisal(byte[] body, long longestFormula) {
    this.body = body;
    this.longestFormula = longestFormula;
  }

  /**
   * The effort of reading a body.
   *
   * @param longestFormula a longer text is none
   */
  public static Effort of(byte[] body, long longestFormula) {
    Appraisal appraisal = new Appraisal(body, longestFormula);
    appraisal.look();
    long bytes =
        2L * body.length
            + OBJECT * appraisal.objects
            + PROPERTY * appraisal.properties
            + ELEMENT * appraisal.elements
            + OPERATOR * appraisal.operators;
    long micros =
        body.length / 50 + appraisal.objects + appraisal.operators * 2 + appraisal.elements / 20;
    return new Effort(bytes, micros);
  }

  private void look() {
    for (int at = 0; at < body.length; at++) {
      switch (body[at]) {
        case '{' -> objects++;
        case ':' -> properties++;
        case ',', '[' -> elements++;
        case '"' -> at = text(at + 1);
        default -> {}
      }
    }
  }

  /** Looks over a text; gives where it ends. */
  private int text(int start) {
    long found = 0;
    int at = start;
    for (; at < body.length && body[at] != '"'; at++) {
      switch (body[at]) {
        case '\\' -> {
          // An escaped end of line ends a statement; an escaped quotation mark ends nothing.
          found++;
          at++;
        }
        case '+', '-', '*', '/', '@', '^', '(', ';', '=' -> found++;
        default -> {}
      }
    }
    if (at - start <= longestFormula) {
      operators += found;
    }
    return at;
  }
}
