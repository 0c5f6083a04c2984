package dev.letsbackprop.operation;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a record of a catalogue is made of the values of its components. */
public final class Construction {
  private final List<RecordComponent> components;
  private final Constructor<?> constructor;

  public Construction(Class<?> record) {
    components = List.of(record.getRecordComponents());
    try {
      constructor =
          record.getDeclaredConstructor(
              Stream.of(record.getRecordComponents())
                  .map(RecordComponent::getType)
                  .toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
    constructor.setAccessible(true);
  }

  public List<RecordComponent> components() {
    return components;
  }

  /**
   * The record.
   *
   * @param complaints told of what its constructor refuses
   * @return null where there was a complaint
   */
  public @Nullable Object create(@Nullable Object[] values, Consumer<Misuse> complaints) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Misuse misuse) {
        complaints.accept(misuse);
        return null;
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
