package dev.letsbackprop.model;

import dev.letsbackprop.json.Pointer;
import java.util.Map;

/** Where a node was written: what the faults of it and of its parts point at. */
interface Origin {
  Site node();

  Site operation();

  Site inputs();

  Site input(int place);

  Site attribute(String name);

  /** A node that is a JSON object of its own. */
  record InJson(Pointer at) implements Origin {
    @Override
    public Site node() {
      return Site.of(at);
    }

    @Override
    public Site operation() {
      return Site.of(at.child("op"));
    }

    @Override
    public Site inputs() {
      return Site.of(at.child("inputs"));
    }

    @Override
    public Site input(int place) {
      return Site.of(at.child("inputs").child(place));
    }

    @Override
    public Site attribute(String name) {
      return Site.of(at.child("attributes").child(name));
    }
  }

  /**
   * A node of a layer: no part of it was written by itself.
   *
   * @param at the layer, or the parameter
   * @param lead says which layer
   */
  record InLayer(Pointer at, String lead) implements Origin {
    @Override
    public Site node() {
      return new Site(at, null, lead);
    }

    @Override
    public Site operation() {
      return node();
    }

    @Override
    public Site inputs() {
      return node();
    }

    @Override
    public Site input(int place) {
      return node();
    }

    @Override
    public Site attribute(String name) {
      return node();
    }
  }

  /**
   * A step of a formula.
   *
   * @param formula where the formula stands
   * @param at the place of the operator, or of the function's name
   * @param attributes the places of those attributes that stand in the text by name
   */
  record InFormula(Pointer formula, String text, int at, Map<String, Integer> attributes)
      implements Origin {
    private Site site(int place) {
      return new Site(formula, new Excerpt(text, place), "");
    }

    @Override
    public Site node() {
      return site(at);
    }

    @Override
    public Site operation() {
      return site(at);
    }

    @Override
    public Site inputs() {
      return site(at);
    }

    @Override
    public Site input(int place) {
      return site(at);
    }

    @Override
    public Site attribute(String name) {
      return site(attributes.getOrDefault(name, at));
    }
  }
}
