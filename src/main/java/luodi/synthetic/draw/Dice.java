package luodi.synthetic.draw;

/**
 * A stream of chance, the same for the same seed on every machine and JDK: SplitMix64 (Steele, Lea
 * and Flood, 2014). A named child stream depends on its ancestors' names and the seed alone, never
 * on how much was drawn, so provinces, layers and zones can be made in any order.
 */
public final class Dice {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;

  private final long origin;
  private long state;

  private Dice(long origin) {
    this.origin = origin;
    this.state = origin;
  }

  public static Dice of(long seed) {
    return new Dice(mixed(seed + GOLDEN));
  }

  /** The child stream of that name. */
  public Dice on(String name) {
    long hash = origin ^ GOLDEN;
    for (int i = 0; i < name.length(); i++) {
      hash = mixed((hash + name.charAt(i)) * GOLDEN);
    }
    return new Dice(mixed(hash + name.length()));
  }

  /** The next number in [0, 1). */
  public double unit() {
    state += GOLDEN;
    return (mixed(state) >>> 11) * UNIT;
  }

  public double between(double low, double high) {
    return low + unit() * (high - low);
  }

  /** Between two positive bounds, every factor as likely as the next. */
  public double logBetween(double low, double high) {
    double logLow = StrictMath.log(low);
    return StrictMath.exp(logLow + unit() * (StrictMath.log(high) - logLow));
  }

  public int below(int bound) {
    return (int) (unit() * bound);
  }

  public boolean hits(double chance) {
    return unit() < chance;
  }

  /** A seed for something that hashes by itself. */
  public long seed() {
    return origin;
  }

  static long mixed(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
