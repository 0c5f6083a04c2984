package dev.letsbackprop.json;

import dev.letsbackprop.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/** Writes the elements of one tensor. */
final class TensorWriter {
  /** Elements encoded at a time; groups of three bytes, so that padding stands at the end only. */
  private static final int CHUNK = 3 * 1_024;

  private final Block block;
  private final Tensor tensor;
  private int place;

  TensorWriter(Block block, Tensor tensor) {
    this.block = block;
    this.tensor = tensor;
  }

  /** Nested arrays, or the number of a scalar. */
  void nested() {
    nested(0);
  }

  /** Recursion over the axes, of which there are few. */
  private void nested(int axis) {
    if (axis == tensor.rank()) {
      block.number(tensor.at(place++));
      return;
    }
    int side = tensor.shape().side(axis);
    if (axis == tensor.rank() - 1) {
      row(side);
      return;
    }
    block.write('[');
    for (int i = 0; i < side; i++) {
      if (i > 0) {
        block.write(',');
      }
      nested(axis + 1);
    }
    block.write(']');
  }

  /** One array of all elements. */
  void flat() {
    row(tensor.size());
  }

  private void row(int length) {
    block.write('[');
    for (int i = 0; i < length; i++) {
      if (i > 0) {
        block.write(',');
      }
      block.number(tensor.at(place++));
    }
    block.write(']');
  }

  /** One string of all elements as little-endian float64. */
  void base64() {
    Base64.Encoder encoder = Base64.getEncoder();
    int size = tensor.size();
    block.write('"');
    for (int start = 0; start < size; start += CHUNK) {
      int length = Math.min(CHUNK, size - start);
      ByteBuffer chunk = ByteBuffer.allocate(length * Double.BYTES);
      chunk.order(ByteOrder.LITTLE_ENDIAN);
      for (int i = 0; i < length; i++) {
        chunk.putDouble(tensor.at(start + i));
      }
      byte[] text = encoder.encode(chunk.array());
      block.write(text, 0, text.length);
    }
    block.write('"');
  }
}
