package luodi.fabric;

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

  /** Adds a double as two whole numbers. */
  void add(double value) {
    add(Double.doubleToRawLongBits(value));
  }

  /** Adds the higher half, then the lower. */
  void add(long value) {
    add((int) (value >> 32));
    add((int) value);
  }

  /** Adds so many zeros. */
  void addZeros(int more) {
    for (int i = 0; i < more; i++) {
      add(0);
    }
  }

  int[] toArray() {
    return Arrays.copyOf(values, count);
  }
}
