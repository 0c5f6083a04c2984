package dev.letsbackprop.layer;

/** What the letters of shapes count. */
enum Letter {
  N("rows"),
  T("steps"),
  D("features"),
  H("units"),
  E("units"),
  F("units"),
  V("entries"),
  C("channels"),
  O("output channels"),
  Y("rows of a plane"),
  X("columns of a plane"),
  K("rows of the window"),
  L("columns of the window");

  private final String words;

  Letter(String words) {
    this.words = words;
  }

  /** So many of what it counts. */
  String count(int number) {
    return number + " " + (number == 1 ? words.replaceFirst("s($| )", "$1") : words);
  }

  String words() {
    return words;
  }
}
