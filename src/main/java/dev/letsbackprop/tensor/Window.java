package dev.letsbackprop.tensor;

/** How a window moves over planes: its size, its step, what surrounds the planes, its gaps. */
public record Window(
    int height,
    int width,
    int strideRows,
    int strideColumns,
    int paddingRows,
    int paddingColumns,
    int dilationRows,
    int dilationColumns) {

  /** How many places it has among that many rows; 0 or less where it does not fit. */
  public int placesDown(int rows) {
    return places(rows, height, strideRows, paddingRows, dilationRows);
  }

  /** How many places it has among that many columns. */
  public int placesAcross(int columns) {
    return places(columns, width, strideColumns, paddingColumns, dilationColumns);
  }

  private static int places(int side, int size, int stride, int padding, int dilation) {
    long room = side + 2L * padding - (long) dilation * (size - 1) - 1;
    return room < 0 ? 0 : (int) Math.min(Integer.MAX_VALUE, room / stride + 1);
  }

  /** The row that a row of the window lies on at a place; outside of the plane in the padding. */
  int row(int place, int inWindow) {
    return place * strideRows - paddingRows + inWindow * dilationRows;
  }

  int column(int place, int inWindow) {
    return place * strideColumns - paddingColumns + inWindow * dilationColumns;
  }

  /** The first place at which a column of the window is not left of the plane. */
  int firstAcross(int inWindow) {
    int missing = -column(0, inWindow);
    return missing <= 0 ? 0 : (missing + strideColumns - 1) / strideColumns;
  }

  /** The place from which on a column of the window is right of the plane. */
  int endAcross(int inWindow, int columns, int places) {
    int room = columns - 1 - column(0, inWindow);
    return room < 0 ? 0 : Math.min(places, room / strideColumns + 1);
  }
}
