package dev.letsbackprop.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A misconception as the catalogue tells it, in the names of the operation's formulas.
 *
 * @param code such as {@code multiply.swapped}
 * @param did what was done
 * @param due what is due
 * @param derivatives what flows back by the wrong rule, as LaTeX; an equation for each input that
 *     it is wrong for, and for each way of the mistake
 */
public record CommonMistake(String code, String did, String due, List<String> derivatives) {
  public CommonMistake {
    derivatives = List.copyOf(derivatives);
  }

  /** Those of an operation, by code. */
  public static List<CommonMistake> of(Entry entry) {
    Formulas formulas = Formulas.of(entry);
    Map<String, CommonMistake> mistakes = new LinkedHashMap<>();
    for (Misconception each : entry.misconceptions()) {
      Map<String, String> names = names(entry, formulas.places(each));
      mistakes.merge(
          each.code(),
          new CommonMistake(
              each.code(),
              Template.put(each.did(), names),
              Template.put(each.due(), names),
              formulas.wrong(each)),
          CommonMistake::with);
    }
    return List.copyOf(mistakes.values());
  }

  /** Two ways of one mistake. */
  private CommonMistake with(CommonMistake other) {
    Set<String> all = new LinkedHashSet<>(derivatives);
    all.addAll(other.derivatives);
    return new CommonMistake(code, did, due, new ArrayList<>(all));
  }

  /** What texts call the first input that a mistake can be made towards, and the rest. */
  private static Map<String, String> names(Entry entry, List<Integer> places) {
    List<String> inputs = entry.inputs();
    int place = places.isEmpty() ? 0 : places.get(0);
    return Map.of(
        "x", inputs.get(place),
        "other", inputs.get(inputs.size() == 2 ? 1 - place : place),
        "y", Formulas.result(entry));
  }
}
