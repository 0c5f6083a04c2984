package dev.letsbackprop.service;

/** What a report says of each node; a request spells these in lower case. */
public enum Include {
  VALUES,
  GRADIENTS,
  FLOWS,
  LOCAL,
  DERIVATIONS
}
