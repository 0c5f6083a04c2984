package dev.letsbackprop.diagram;

import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a picture shows of a tensor: few cells, however many elements it has.
 *
 * @param rows the rows of cells: a vector has one, and axes before the last are laid in one
 * @param cells the elements in order, or means of neighbours where there are too many
 * @param least the least element; NaN where there is none, or none that is a number
 * @param most the greatest element
 */
record Thumbnail(
    Shape shape, int rows, int columns, List<Double> cells, double least, double most) {
  /** The most rows and columns of cells. */
  static final int SIDE = 8;

  static Thumbnail of(Tensor tensor) {
    Shape shape = tensor.shape();
    int width = shape.rank() == 0 ? 1 : shape.side(shape.rank() - 1);
    int height = width == 0 ? 0 : tensor.size() / width;
    int rows = Math.min(height, SIDE);
    int columns = height == 0 ? 0 : Math.min(width, SIDE);
    List<Double> cells = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        Span across = new Span(column, columns, width);
        cells.add(mean(tensor, width, new Span(row, rows, height), across));
      }
    }
    double least = Double.NaN;
    double most = Double.NaN;
    for (int at = 0; at < tensor.size(); at++) {
      double element = tensor.at(at);
      least = element < least || Double.isNaN(least) ? element : least;
      most = element > most || Double.isNaN(most) ? element : most;
    }
    return new Thumbnail(shape, rows, columns, cells, least, most);
  }

  /** The zeros that a gradient is where nothing flows. */
  static Thumbnail zeros(Shape shape) {
    int width = shape.rank() == 0 ? 1 : shape.side(shape.rank() - 1);
    long height = width == 0 ? 0 : shape.size() / width;
    int rows = (int) Math.min(height, SIDE);
    int columns = height == 0 ? 0 : Math.min(width, SIDE);
    double extreme = height == 0 ? Double.NaN : 0;
    return new Thumbnail(
        shape, rows, columns, Collections.nCopies(rows * columns, 0.0), extreme, extreme);
  }

  /** The elements from {@code from} to {@code to} along an axis that one of so many cells shows. */
  private record Span(int from, int to) {
    Span(int cell, int cells, int elements) {
      this((int) ((long) cell * elements / cells), (int) ((long) (cell + 1) * elements / cells));
    }

    int length() {
      return to - from;
    }
  }

  private static double mean(Tensor tensor, int width, Span rows, Span columns) {
    int count = rows.length() * columns.length();
    double mean = 0;
    for (int row = rows.from(); row < rows.to(); row++) {
      for (int column = columns.from(); column < columns.to(); column++) {
        // Divided first: a sum of large numbers would not be finite.
        mean += tensor.at(row * width + column) / count;
      }
    }
    return mean;
  }

  boolean isNumber() {
    return shape.rank() == 0;
  }

  /** Whether a cell stands for several elements. */
  boolean isAveraged() {
    return cells.size() < shape.size();
  }

  /** The only element. */
  String number() {
    return ShortNumber.of(cells.get(0));
  }

  /** Such as {@code 2×3}; a vector is {@code 3}. */
  String sides() {
    String sides = shape.toList().stream().map(String::valueOf).collect(Collectors.joining("×"));
    return isAveraged() ? "avg " + sides : sides;
  }

  /** In a few words: the number, the elements, or between which two numbers they are. */
  String words() {
    if (isNumber()) {
      return number();
    }
    if (cells.size() == 0) {
      return shape + " empty";
    }
    if (!isAveraged() && cells.size() <= SIDE) {
      StringBuilder words = new StringBuilder("[");
      for (int at = 0; at < cells.size(); at++) {
        boolean newRow = at > 0 && at % columns == 0;
        words.append(at == 0 ? "" : newRow ? "; " : ", ").append(ShortNumber.of(cells.get(at)));
      }
      return (shape.rank() > 2 ? shape + " " : "") + words.append(']');
    }
    return shape + " " + ShortNumber.of(least) + " to " + ShortNumber.of(most);
  }
}
