package dev.letsbackprop.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PointerTest {
  @Test
  void theRootIsEmpty() {
    assertThat(Pointer.ROOT).hasToString("");
  }

  @Test
  void namesAndPlacesFollowSlashes() {
    assertThat(Pointer.ROOT.child("nodes").child("f").child("inputs").child(1))
        .hasToString("/nodes/f/inputs/1");
  }

  @Test
  void tildesAndSlashesAreEscapedInThisOrder() {
    assertThat(Pointer.ROOT.child("a/b").child("m~n").child("~1").child(""))
        .hasToString("/a~1b/m~0n/~01/");
  }

  @Test
  void equalPlacesAreEqual() {
    assertThat(Pointer.ROOT.child("1")).isEqualTo(Pointer.ROOT.child(1));
    assertThat(Pointer.ROOT.child("a").child("b")).isNotEqualTo(Pointer.ROOT.child("a/b"));
  }
}
