package dev.letsbackprop.json;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import tools.jackson.core.io.NumberOutput;

/**
 * Gathers bytes into large blocks for the stream behind it, and knows how to spell numbers.
 *
 * <p>It begins small, since most answers are, and grows up to a quarter of a megabyte.
 */
final class Block extends OutputStream {
  private static final int SMALLEST = 1 << 12;
  private static final int LARGEST = 1 << 18;
  private static final int LONGEST_NUMBER = NumberOutput.MAX_DOUBLE_BYTES;

  /** Integral numbers below this are written without a fraction; each of them is exact. */
  private static final double EXACT = 0x1p53;

  private final OutputStream target;
  private byte[] bytes = new byte[SMALLEST];
  private int count;

  Block(OutputStream target) {
    this.target = target;
  }

  /** Makes room for so many bytes, at most those of the largest block. */
  private void reserve(int more) {
    if (count + more > LARGEST) {
      drain();
    }
    if (count + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(LARGEST, Math.max(2 * bytes.length, count + more)));
    }
  }

  @Override
  public void write(int character) {
    reserve(1);
    bytes[count++] = (byte) character;
  }

  @Override
  public void write(byte[] source, int offset, int length) {
    if (length > LARGEST) {
      drain();
      writeThrough(source, offset, length);
      return;
    }
    reserve(length);
    System.arraycopy(source, offset, bytes, count, length);
    count += length;
  }

  /** Writes a number as JSON, or the name of one that is not finite as a string. */
  void number(double value) {
    reserve(LONGEST_NUMBER);
    long whole = (long) value;
    if (whole == value && Math.abs(value) < EXACT && (whole != 0 || isPositiveZero(value))) {
      count = NumberOutput.outputLong(whole, bytes, count);
    } else if (Double.isFinite(value)) {
      int start = count;
      count = NumberOutput.outputDouble(value, bytes, count);
      double size = Math.abs(value);
      if (size != 0 && (size < 1e-3 || size >= 1e7)) {
        shortenExponent(start);
      }
    } else {
      write('"');
      for (char character : Double.toString(value).toCharArray()) {
        write(character);
      }
      write('"');
    }
  }

  private static boolean isPositiveZero(double value) {
    return Double.doubleToRawLongBits(value) == 0;
  }

  /** Makes {@code 1e-5} of {@code 1.0E-5}. */
  private void shortenExponent(int start) {
    int exponent = count - 1;
    while (exponent > start && bytes[exponent] != 'E') {
      exponent--;
    }
    if (exponent == start) {
      return;
    }
    bytes[exponent] = 'e';
    if (bytes[exponent - 1] == '0' && bytes[exponent - 2] == '.') {
      System.arraycopy(bytes, exponent, bytes, exponent - 2, count - exponent);
      count -= 2;
    }
  }

  /** Hands over what was gathered, but does not flush the stream behind. */
  @Override
  public void flush() {
    drain();
  }

  private void drain() {
    writeThrough(bytes, 0, count);
    count = 0;
  }

  private void writeThrough(byte[] source, int offset, int length) {
    try {
      target.write(source, offset, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
