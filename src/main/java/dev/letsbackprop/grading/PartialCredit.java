package dev.letsbackprop.grading;

/** What a claim earns that is right in parts. */
public enum PartialCredit {
  NONE,
  /** The share of its entries that are right. */
  ENTRIES
}
