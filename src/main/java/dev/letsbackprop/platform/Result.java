package dev.letsbackprop.platform;

import java.io.OutputStream;

/** Writes a sheet in the form of one platform. */
interface Result {
  String JSON = "application/json";
  String XML = "application/xml";

  void write(Sheet sheet, OutputStream out);
}
