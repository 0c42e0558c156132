package luodi.web;

import java.util.concurrent.atomic.AtomicReference;
import luodi.fault.Fault;

/** Something that takes long to make and that most questions can be answered without. */
public final class Late<T> {
  private final AtomicReference<T> made = new AtomicReference<>();

  /** From now on it is there. */
  public void set(T thing) {
    made.set(thing);
  }

  /** It, or {@code UNAVAILABLE} as long as it is not there. */
  T get() {
    T thing = made.get();
    if (thing == null) {
      throw Fault.UNAVAILABLE.because(
          "The fabric of this atlas edition is still being compiled; ask again in a minute. Single sites are answered meanwhile.");
    }
    return thing;
  }
}
