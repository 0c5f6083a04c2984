package dev.letsbackprop.service;

/**
 * A place where numbers stop being finite.
 *
 * @param node the node where it happens
 * @param reason what happens there, in a sentence
 */
public record Warning(String node, String reason) {}
