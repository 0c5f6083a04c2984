package dev.letsbackprop.operation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule that stands as a method of an operation's record beside {@code vjp}. */
final class WrittenRule {
  private final Method method;
  private final boolean unary;

  /** A method that takes what the vjp of an operation takes, or that of one input. */
  WrittenRule(Method method) {
    this.method = method;
    this.unary = method.getParameterCount() == 4;
    method.setAccessible(true);
  }

  /** What flows back by it; null where it does not apply. */
  @SuppressWarnings("unchecked") // Every such method returns what it computes with.
  <T> @Nullable T flow(Operation operation, Algebra<T> on, int place, List<T> x, T y, T cotangent) {
    try {
      return (T)
          (unary
              ? method.invoke(operation, on, x.get(0), y, cotangent)
              : method.invoke(operation, on, place, x, y, cotangent));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
