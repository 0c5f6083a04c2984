package dev.letsbackprop.service;

import dev.letsbackprop.export.Library;
import dev.letsbackprop.export.Script;
import dev.letsbackprop.json.Fault;
import dev.letsbackprop.json.Fault.Kind;
import dev.letsbackprop.json.Refusal;
import dev.letsbackprop.model.Limits;
import dev.letsbackprop.model.Model;

/** Writes models as scripts. */
public final class ExportService {
  private final long most;

  /**
   * A service with a limit.
   *
   * @param most the most characters of a script
   */
  public ExportService(long most) {
    this.most = most;
  }

  public ExportService() {
    this(Limits.SCRIPT);
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
      return Script.of(library, model.graph(), model.seed(), request.nodes(), most);
    } catch (Script.TooLong e) {
      String sentence = "The limit 'model.script' is " + most + "; the script has more characters.";
      throw Refusal.of(new Fault(Kind.LIMIT_EXCEEDED, "", sentence));
    }
  }
}
