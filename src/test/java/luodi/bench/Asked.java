package luodi.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntConsumer;

/**
 * How long single questions take, one after the other on one thread.
 *
 * @param sorted nanoseconds
 */
record Asked(long[] sorted) {
  /**
   * Asks each question once to warm up, and then each once by the clock.
   *
   * @param at most so many seconds for each of the two rounds
   */
  static Asked each(int questions, int seconds, IntConsumer ask) {
    run(questions, seconds, ask);
    return new Asked(run(questions, seconds, ask));
  }

  private static long[] run(int questions, int seconds, IntConsumer ask) {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    long[] taken = new long[questions];
    int asked = 0;
    while (asked < questions && (asked < 3 || System.nanoTime() < end)) {
      long start = System.nanoTime();
      ask.accept(asked);
      taken[asked++] = System.nanoTime() - start;
    }
    long[] sorted = Arrays.copyOf(taken, asked);
    Arrays.sort(sorted);
    return sorted;
  }

  double medianUs() {
    return sorted[sorted.length / 2] / 1e3;
  }

  double p99Us() {
    return sorted[(int) Math.min(sorted.length - 1, sorted.length * 99L / 100)] / 1e3;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "median %,.2f µs, 99th percentile %,.2f µs (%d)",
        medianUs(),
        p99Us(),
        sorted.length);
  }
}
