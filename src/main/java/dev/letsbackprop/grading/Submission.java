package dev.letsbackprop.grading;

import java.util.List;

/**
 * All claims of a student, in the order of their nodes.
 *
 * @param remarks what is to be said of it as a whole, in sentences
 */
public record Submission(List<Entry> claims, List<String> remarks) {
  public Submission {
    claims = List.copyOf(claims);
    remarks = List.copyOf(remarks);
  }

  /** One claim, about a node that need not exist. */
  public record Entry(String node, Quantity quantity, Claim claim) {}
}
