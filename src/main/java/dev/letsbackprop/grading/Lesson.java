package dev.letsbackprop.grading;

/**
 * What there is to say of a mistake, wherever it is made.
 *
 * @param code such as {@code chain.sign}
 * @param did what was done, and
 * @param due what is due; both with names to be put in: {@code {x}}, whose gradient it is, {@code
 *     {other}}, {@code {y}}, the node that sends it back, and {@code {consumers}}
 * @param telling whether the right numbers follow from the wrong ones alone
 * @param rank which of two lessons is taught that are always one: the lower
 */
public record Lesson(String code, String did, String due, boolean telling, int rank) {}
