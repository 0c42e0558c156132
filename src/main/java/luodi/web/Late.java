package luodi.web;

import java.util.Optional;
import java.util.function.Supplier;
import luodi.fault.Fault;

/** Something that takes long to make and that most questions can be answered without. */
public final class Late<T> {
  private volatile Optional<T> made = Optional.empty();
  private volatile Optional<Supplier<T>> maker = Optional.empty();

  /** From now on it is there. */
  public void set(T thing) {
    made = Optional.of(thing);
  }

  /** From now on it is made when it is first asked for. */
  public void make(Supplier<T> how) {
    maker = Optional.of(how);
  }

  /** It, or {@code UNAVAILABLE} as long as it is not there. */
  T get() {
    if (made.isEmpty() && maker.isPresent()) {
      makeOnce(maker.get());
    }
    return made.orElseThrow(
        () ->
            Fault.UNAVAILABLE.because(
                "The fabric of this atlas edition is still being compiled; ask again in a minute. Single sites are answered meanwhile."));
  }

  private synchronized void makeOnce(Supplier<T> how) {
    if (made.isEmpty()) {
      made = Optional.of(how.get());
    }
  }
}
