package dev.letsbackprop.derivation;

import dev.letsbackprop.operation.Term;
import dev.letsbackprop.operation.Term.Binding;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a node's name is written: any name is text and nothing but text, whatever LaTeX, HTML or a
 * terminal would make of its characters.
 */
final class Spelling {
  /** The most characters of a name, and of its LaTeX; the rest is an ellipsis. */
  private static final int LONGEST = 64;

  private static final Pattern INDEXED = Pattern.compile("([A-Za-zα-ω]+)_?([0-9]+|[₀-₉]+)");
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z][A-Za-z0-9_.]*");
  private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{M}\\p{N}_.]*");

  private Spelling() {}

  /**
   * The symbol that a lesson would use: {@code x}, {@code w_{1}} for w1, w_1 and w₁, {@code \theta}
   * for theta and θ; null where the name is not of that kind.
   */
  static @Nullable Term symbol(String name) {
    Matcher indexed = INDEXED.matcher(name);
    if (name.length() > LONGEST) {
      return null;
    }
    boolean hasIndex = indexed.matches();
    String letter = letter(hasIndex ? indexed.group(1) : name);
    if (letter == null) {
      return null;
    }
    return Term.atom(hasIndex ? letter + "_{" + digits(indexed.group(2)) + "}" : letter);
  }

  private static @Nullable String letter(String name) {
    if (name.length() == 1 && name.charAt(0) < 128 && Character.isLetter(name.charAt(0))) {
      return name;
    }
    int greek = Greek.NAMES.indexOf(name);
    int sign = name.length() == 1 ? Greek.LETTERS.indexOf(name) : greek;
    return sign < 0 ? null : "\\" + Greek.NAMES.get(sign);
  }

  /** Digits, and subscripts as the digits that they are. */
  private static String digits(String index) {
    StringBuilder digits = new StringBuilder();
    index
        .chars()
        .map(digit -> digit < 128 ? digit : digit - '₀' + '0')
        .forEach(digit -> digits.append((char) digit));
    return digits.toString();
  }

  /** The name as it stands: an identifier in italics, everything else as text. */
  static Term verbatim(String name) {
    String latex = latex(name);
    if (name.length() <= LONGEST && IDENTIFIER.matcher(name).matches()) {
      return Term.atom("\\mathit{" + latex + "}");
    }
    // What is not one word, such as w * x, needs brackets beside other symbols.
    return new Term("\\text{" + latex + "}", isWord(name) ? Binding.ATOM : Binding.RELATION);
  }

  /** The name in a plain text beside others: in brackets unless it is one word. */
  static String plain(String name) {
    StringBuilder plain = new StringBuilder();
    int at = 0;
    while (at < name.length() && plain.length() < LONGEST) {
      int character = name.codePointAt(at);
      plain.append(isInvisible(character) ? "\\u" + hex(character) : Character.toString(character));
      at += Character.charCount(character);
    }
    String shown = at < name.length() ? plain.append('…').toString() : plain.toString();
    return isWord(name) ? shown : "(" + shown + ")";
  }

  private static boolean isWord(String name) {
    return WORD.matcher(name).matches();
  }

  private static String latex(String name) {
    // An accent that no letter has room for is told by its code: renderers refuse it.
    String composed =
        Normalizer.normalize(
            name.substring(0, Math.min(name.length(), 2 * LONGEST)), Normalizer.Form.NFC);
    StringBuilder latex = new StringBuilder();
    int at = 0;
    while (at < composed.length() && latex.length() < LONGEST) {
      int character = composed.codePointAt(at);
      latex.append(escaped(character));
      at += Character.charCount(character);
    }
    boolean whole = at >= composed.length() && name.length() <= 2 * LONGEST;
    return whole ? latex.toString() : latex.append("\\ldots").toString();
  }

  private static String escaped(int character) {
    return switch (character) {
      case '{', '}', '_', '%', '#', '&', '$' -> "\\" + (char) character;
      case '\\' -> "\\textbackslash{}";
      case '^' -> "\\textasciicircum{}";
      case '~' -> "\\textasciitilde{}";
      case '<' -> "\\textless{}";
      case '>' -> "\\textgreater{}";
      default ->
          isInvisible(character) || (character >= 0x300 && character <= 0x36F)
              ? "\\textbackslash{}u" + hex(character)
              : Character.toString(character);
    };
  }

  private static String hex(int character) {
    return String.format("%04x", character);
  }

  /** Controls, separators of lines, and the marks that turn the direction of text. */
  private static boolean isInvisible(int character) {
    int type = Character.getType(character);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }
}
