package dev.letsbackprop.service;

import dev.letsbackprop.json.Refusal;
import dev.letsbackprop.limit.Limits;

/** Reads the body of a request for a script, strictly, and tells all its faults at once. */
public final class ExportRequestReader {
  private ExportRequestReader() {}

  /**
   * Reads a request.
   *
   * @throws Refusal with every fault that was found
   */
  public static ExportRequest read(byte[] body, Limits limits) {
    DerivativeRequestReader reader = new DerivativeRequestReader(body, limits);
    return reader.read(
        reader.model().properties().and("wrt", reader.wrt()::read),
        reader::reported,
        ExportRequest::new);
  }
}
