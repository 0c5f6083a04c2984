package dev.letsbackprop.service;

import dev.letsbackprop.export.Library;
import dev.letsbackprop.export.Script;
import dev.letsbackprop.json.Fault;
import dev.letsbackprop.json.Refusal;
import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.model.Model;

/** Writes models as scripts. */
public final class ExportService {
  private final Limits limits;

  public ExportService(Limits limits) {
    this.limits = limits;
  }

  /**
   * The script of a model, in ASCII.
   *
   * @throws Refusal where it would be too long
   */
  public String export(ExportRequest request, Library library) {
    // Whatever a script could not compute is told here, as everywhere else.
    ForwardPass.values(request.model());
    Model model = request.model();
    try {
      long most = limits.of(Limit.SCRIPT);
      return Script.of(library, model.graph(), model.seed(), request.nodes(), most);
    } catch (Script.TooLong e) {
      String sentence = limits.told(Limit.SCRIPT) + "; the script has more characters.";
      throw Refusal.of(Fault.exceeded(Limit.SCRIPT, "", sentence));
    }
  }
}
