package dev.letsbackprop.command;

/** What a command exits with. */
final class Status {
  static final int OK = 0;

  /** A service that is not well, or a grade below the mark. */
  static final int NOT_PASSED = 1;

  static final int PROBLEM = 2;

  /** What a shell says of a program whose reader has gone: 128 and the number of SIGPIPE. */
  static final int CLOSED_PIPE = 141;

  private Status() {}
}
