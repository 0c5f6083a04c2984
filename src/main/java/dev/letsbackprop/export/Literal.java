package dev.letsbackprop.export;

import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as Python writes them. */
final class Literal {
  /** From so many elements on, one number is not written again and again. */
  private static final int MANY = 8;

  private Literal() {}

  /** The shortest number that reads back as the same. */
  static String number(double value) {
    if (Double.isNaN(value)) {
      return "float(\"nan\")";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "float(\"inf\")" : "float(\"-inf\")";
    }
    return Double.toString(value).replace('E', 'e');
  }

  /** Whether a tensor holds one number only, and often. */
  static boolean isUniform(Tensor tensor) {
    if (tensor.size() < MANY) {
      return false;
    }
    long bits = Double.doubleToRawLongBits(tensor.at(0));
    for (int at = 1; at < tensor.size(); at++) {
      if (Double.doubleToRawLongBits(tensor.at(at)) != bits) {
        return false;
      }
    }
    return true;
  }

  /** The elements of a tensor as nested lists. */
  static String nested(Tensor tensor) {
    int rank = tensor.rank();
    StringBuilder text = new StringBuilder();
    long[] blocks = new long[rank];
    long block = 1;
    for (int axis = rank - 1; axis >= 0; axis--) {
      block *= tensor.shape().side(axis);
      blocks[axis] = block;
    }
    for (int at = 0; at < tensor.size(); at++) {
      int starting = ends(blocks, at);
      text.append(at == 0 ? "" : ", ").append("[".repeat(starting)).append(number(tensor.at(at)));
      text.append("]".repeat(ends(blocks, at + 1)));
    }
    return text.toString();
  }

  /** How many lists begin, and how many end, at a place between elements. */
  private static int ends(long[] blocks, long at) {
    int count = 0;
    for (long block : blocks) {
      count += at % block == 0 ? 1 : 0;
    }
    return count;
  }

  /** Any text, in ASCII and on one line. */
  static String text(String value) {
    StringBuilder text = new StringBuilder("\"");
    for (int at = 0; at < value.length(); at++) {
      char letter = value.charAt(at);
      if (letter == '"' || letter == '\\') {
        text.append('\\').append(letter);
      } else if (letter >= ' ' && letter < 0x7f) {
        text.append(letter);
      } else if (Character.isSurrogatePair(
          letter, at + 1 < value.length() ? value.charAt(at + 1) : ' ')) {
        text.append(String.format("\\U%08x", value.codePointAt(at)));
        at++;
      } else {
        text.append(String.format("\\u%04x", (int) letter));
      }
    }
    return text.append('"').toString();
  }

  static String tuple(List<?> elements) {
    String inside = elements.stream().map(Literal::plain).collect(Collectors.joining(", "));
    return elements.size() == 1 ? "(" + inside + ",)" : "(" + inside + ")";
  }

  /** The value of an attribute. */
  static String plain(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return tuple(list);
    }
    if (value instanceof Boolean truth) {
      return truth ? "True" : "False";
    }
    if (value instanceof Double number) {
      return number(number);
    }
    return value instanceof String word ? text(word) : value == null ? "None" : value.toString();
  }
}
