package luodi.fabric;

import java.nio.IntBuffer;
import java.util.Arrays;

/** Whole numbers in a row that grows. */
final class Ints {
  private int[] values;
  private int count;

  Ints(int room) {
    values = new int[Math.max(1, room)];
  }

  int count() {
    return count;
  }

  int get(int at) {
    return values[at];
  }

  void set(int at, int value) {
    values[at] = value;
  }

  void add(int value) {
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * count);
    }
    values[count++] = value;
  }

  /** Adds so many zeros. */
  void addZeros(int more) {
    for (int i = 0; i < more; i++) {
      add(0);
    }
  }

  IntBuffer toBuffer() {
    return IntBuffer.wrap(Arrays.copyOf(values, count));
  }
}
