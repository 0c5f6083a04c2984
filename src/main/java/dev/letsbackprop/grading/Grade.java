package dev.letsbackprop.grading;

import java.util.List;

/**
 * What a submission is worth, and why.
 *
 * @param passed whether there are claims, and every one is correct
 * @param items one for each claim, and for each that is missing
 * @param misconceptions the codes of the mistakes that were named, each once, revealed or not
 * @param remarks what is to be said of the submission as a whole
 */
public record Grade(
    double score,
    double maxScore,
    boolean passed,
    List<Item> items,
    List<String> misconceptions,
    List<String> remarks) {
  public Grade {
    items = List.copyOf(items);
    misconceptions = List.copyOf(misconceptions);
    remarks = List.copyOf(remarks);
  }
}
