package dev.letsbackprop.operation;

import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A wrong rule of one operation, with what there is to say of it. */
public final class Misconception {
  /** The most elements that a wrong rule may write down besides what the right one does. */
  static final long MOST = 1_000_000;

  private final String code;
  private final Misreading told;
  private final WrittenRule rule;

  private Misconception(String operation, Method method, Misreading told) {
    this.code =
        operation + "." + (told.code().isEmpty() ? Names.snakeCase(method.getName()) : told.code());
    this.told = told;
    this.rule = new WrittenRule(method);
  }

  /** The wrong rules of an operation's record, by code. */
  static List<Misconception> of(Class<?> record, String operation) {
    return marked(record, Misreading.class)
        .map(
            method ->
                new Misconception(
                    operation,
                    method,
                    Objects.requireNonNull(method.getAnnotation(Misreading.class))))
        .sorted(Comparator.comparing(Misconception::code))
        .toList();
  }

  /** Methods that are marked so, in the order of their names: the class file has none. */
  static Stream<Method> marked(
      Class<?> record, Class<? extends java.lang.annotation.Annotation> mark) {
    return Stream.of(record.getMethods())
        .filter(method -> method.isAnnotationPresent(mark))
        .sorted(Comparator.comparing(Method::getName));
  }

  /** Such as {@code multiply.swapped}. */
  public String code() {
    return code;
  }

  /** What was done, as it goes on after "At f = q × z "; with names to be put in. */
  public String did() {
    return told.did();
  }

  /** What is due, with names to be put in. */
  public String due() {
    return told.due();
  }

  /** For each input what flows back to it, as LaTeX; empty where the rule says that well. */
  List<String> derivatives() {
    return List.of(told.derivatives());
  }

  /** Whether the right numbers follow from the wrong ones alone. */
  public boolean telling() {
    return told.telling();
  }

  /**
   * What flows back by the wrong rule, as by {@link Operation#vjp}; its shape may be wrong as well.
   *
   * @return null where the mistake cannot be made
   */
  public <T> @Nullable T flow(
      Operation operation, Algebra<T> on, int place, List<T> x, T y, T cotangent) {
    return rule.flow(operation, on, place, x, y, cotangent);
  }
}
