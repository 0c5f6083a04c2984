package dev.letsbackprop.export;

import dev.letsbackprop.export.Phrase.Binding;
import dev.letsbackprop.export.Phrase.Kind;
import dev.letsbackprop.operation.Axes;
import dev.letsbackprop.operation.Catalogue;
import dev.letsbackprop.operation.Entry;
import dev.letsbackprop.operation.LinearAlgebra;
import dev.letsbackprop.operation.Operation;
import dev.letsbackprop.operation.Reduction;
import dev.letsbackprop.operation.Slicing;
import dev.letsbackprop.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How operations are written with a library: by an operator, by a function of ours, or else by the
 * library's function of the same name.
 */
final class Spelling {
  private static final Pattern WORD = Pattern.compile("(?<![\\w.\"])[a-z]\\w*(?=\\()");
  private static final Map<String, String> SUMS = Map.of("add", "+", "subtract", "-");
  private static final Map<String, String> PRODUCTS = Map.of("multiply", "*", "divide", "/");
  private static final Map<String, String> COMPARISONS =
      Map.of("greater", ">", "greater_equal", ">=", "less", "<", "less_equal", "<=", "equal", "==");

  private final Library library;
  private final Functions functions;
  private final Set<String> called = new LinkedHashSet<>();

  Spelling(Library library) {
    this.library = library;
    this.functions = Functions.of(library);
  }

  /** The functions of ours that were called so far, and those that they call. */
  List<Function> called() {
    return functions.closure(called);
  }

  /** An operation applied to inputs of these shapes. */
  Phrase spell(Operation operation, List<Phrase> inputs, List<Shape> shapes) {
    List<Phrase> x = inputs.stream().map(Phrase::value).toList();
    Entry entry = Catalogue.of(operation);
    String name = entry.name();
    if (SUMS.containsKey(name)) {
      return infix(x, SUMS.get(name), Binding.SUM, Binding.SUM, Binding.PRODUCT);
    }
    if (PRODUCTS.containsKey(name)) {
      return infix(x, PRODUCTS.get(name), Binding.PRODUCT, Binding.PRODUCT, Binding.SIGN);
    }
    if (COMPARISONS.containsKey(name)) {
      Phrase told = infix(x, COMPARISONS.get(name), Binding.LOOSE, Binding.SUM, Binding.SUM);
      return new Phrase(told.text(), Binding.LOOSE, Kind.TRUTH);
    }
    if (name.equals("power")) {
      return infix(x, "**", Binding.POWER, Binding.ATOM, Binding.SIGN);
    }
    if (name.equals("negative")) {
      return Phrase.of("-" + tensors(x).get(0).within(Binding.SIGN), Binding.SIGN);
    }
    if (name.equals("where")) {
      return where(inputs.get(0), x.subList(1, 3));
    }
    if (operation instanceof LinearAlgebra.Matmul matmul) {
      Phrase a = turned(x.get(0), shapes.get(0), matmul.transposeA());
      Phrase b = turned(x.get(1), shapes.get(1), matmul.transposeB());
      return infix(List.of(a, b), "@", Binding.PRODUCT, Binding.PRODUCT, Binding.SIGN);
    }
    boolean forwards = library != Library.PYTORCH;
    if (operation instanceof Slicing.Slice slice && (forwards || slice.step() > 0)) {
      return slice(slice, x.get(0), shapes.get(0).rank());
    }
    return call(entry, x, attributes(operation, entry, shapes));
  }

  /** Operators of Python's own numbers stumble over zeros, so one at least must be a tensor. */
  private Phrase infix(
      List<Phrase> x, String operator, Binding binding, Binding left, Binding right) {
    boolean plain = x.stream().allMatch(input -> input.kind() == Kind.NUMBER);
    List<Phrase> operands = plain ? tensors(x) : x;
    String text = operands.get(0).within(left) + " " + operator + " ";
    return Phrase.of(text + operands.get(1).within(right), binding);
  }

  private List<Phrase> tensors(List<Phrase> x) {
    return x.stream()
        .map(
            input ->
                input.kind() == Kind.NUMBER ? Phrase.atom(library.scalar(input.text())) : input)
        .toList();
  }

  private Phrase where(Phrase condition, List<Phrase> chosen) {
    boolean truth = condition.kind() == Kind.TRUTH;
    String asked =
        truth
            ? condition.text()
            : tensors(List.of(condition)).get(0).within(Binding.SUM) + " != 0.0";
    List<Phrase> x = library == Library.PYTORCH ? tensors(chosen) : chosen;
    return Phrase.atom(
        library.module()
            + ".where("
            + asked
            + ", "
            + x.get(0).text()
            + ", "
            + x.get(1).text()
            + ")");
  }

  private Phrase turned(Phrase x, Shape shape, boolean turn) {
    if (!turn) {
      return x;
    }
    return shape.rank() == 2
        ? Phrase.atom(x.within(Binding.ATOM) + ".T")
        : Phrase.atom(library.module() + ".swapaxes(" + x.text() + ", -1, -2)");
  }

  private static Phrase slice(Slicing.Slice slice, Phrase x, int rank) {
    int axis = slice.axis() < 0 ? slice.axis() + rank : slice.axis();
    String start = slice.start() == null ? "" : slice.start().toString();
    String stop = slice.stop() == null ? "" : slice.stop().toString();
    String step = slice.step() == 1 ? "" : ":" + slice.step();
    String range = ":, ".repeat(axis) + start + ":" + stop + step;
    return Phrase.atom(x.within(Binding.ATOM) + "[" + range + "]");
  }

  private static Map<String, String> attributes(
      Operation operation, Entry entry, List<Shape> shapes) {
    Map<String, Object> plain = new LinkedHashMap<>(entry.attributes(operation));
    if (operation instanceof Reduction reduction
        && reduction.keepdims()
        && reduction.axis().equals(Axes.ALL)) {
      // PyTorch keeps axes only where it is told them.
      plain.put("axis", IntStream.range(0, shapes.get(0).rank()).boxed().toList());
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    plain.forEach((name, value) -> attributes.put(name, Literal.plain(value)));
    return attributes;
  }

  private Phrase call(Entry entry, List<Phrase> x, Map<String, String> attributes) {
    Function function = functions.find(entry.name());
    boolean ours = function != null;
    List<Phrase> inputs = ours || library == Library.PYTORCH ? tensors(x) : x;
    if (function != null) {
      Phrase phrase = function.inPlace(inputs, attributes);
      if (phrase != null) {
        WORD.matcher(phrase.text()).results().forEach(word -> called.add(word.group()));
        return phrase;
      }
      called.add(function.name());
    }
    List<String> arguments = new ArrayList<>();
    inputs.forEach(input -> arguments.add(input.text()));
    attributes.forEach((name, value) -> arguments.add(name + "=" + value));
    String called =
        ours ? Objects.requireNonNull(function).name() : library.module() + "." + entry.name();
    return Phrase.atom(called + arguments.stream().collect(Collectors.joining(", ", "(", ")")));
  }
}
