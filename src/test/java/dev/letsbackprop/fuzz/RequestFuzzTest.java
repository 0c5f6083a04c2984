package dev.letsbackprop.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.letsbackprop.diagram.Format;
import dev.letsbackprop.export.Library;
import dev.letsbackprop.service.DiagramRequestReader;
import dev.letsbackprop.service.DiagramService;
import dev.letsbackprop.service.ExportRequestReader;
import dev.letsbackprop.service.ExportService;
import dev.letsbackprop.service.GradientCheckRequestReader;
import dev.letsbackprop.service.GradientCheckService;
import dev.letsbackprop.service.GradientGraphRequest;
import dev.letsbackprop.service.GradientGraphService;
import dev.letsbackprop.service.GradientRequestReader;
import dev.letsbackprop.service.GradientService;
import dev.letsbackprop.service.HessianRequestReader;
import dev.letsbackprop.service.HessianService;
import dev.letsbackprop.service.JacobianRequestReader;
import dev.letsbackprop.service.JacobianService;

/** Whatever bytes come as a body: they are refused with a sentence, or differentiated. */
class RequestFuzzTest {
  @FuzzTest(maxDuration = "60s")
  void gradients(byte[] body) {
    Small.refusable(
        () ->
            Small.write(
                new GradientService()
                    .differentiate(GradientRequestReader.read(body, Small.LIMITS))));
  }

  /** What else is done with a model. */
  @FuzzTest(maxDuration = "60s")
  void others(byte[] body) {
    Small.refusable(
        () ->
            Small.write(
                new JacobianService(Small.LIMITS)
                    .differentiate(JacobianRequestReader.read(body, Small.LIMITS))));
    Small.refusable(
        () ->
            Small.write(
                new HessianService(Small.LIMITS)
                    .differentiate(HessianRequestReader.read(body, Small.LIMITS))));
    Small.refusable(
        () ->
            Small.write(
                new GradientGraphService(Small.LIMITS)
                    .differentiate(GradientGraphRequest.read(body, Small.LIMITS))));
    Small.refusable(
        () ->
            Small.write(
                new GradientCheckService()
                    .check(GradientCheckRequestReader.read(body, Small.LIMITS))));
    for (Library library : Library.values()) {
      Small.refusable(
          () ->
              new ExportService(Small.LIMITS)
                  .export(ExportRequestReader.read(body, Small.LIMITS), library));
    }
    for (Format format : Format.values()) {
      Small.refusable(
          () ->
              new DiagramService(Small.LIMITS)
                  .draw(DiagramRequestReader.read(body, Small.LIMITS), format));
    }
  }
}
