package luodi.synthetic.draw;

/** A smooth random field over longitude and latitude: where the invented mountains are. */
public final class Noise {
  private static final int OCTAVES = 4;

  private final long seed;
  private final double cellDegrees;

  /**
   * @param cellDegrees size of the largest features
   */
  public Noise(Dice dice, double cellDegrees) {
    this.seed = dice.seed();
    this.cellDegrees = cellDegrees;
  }

  /** The field's height in [0, 1]. */
  public double at(double lon, double lat) {
    double sum = 0;
    double weight = 0.5;
    double scale = 1 / cellDegrees;
    for (int octave = 0; octave < OCTAVES; octave++) {
      sum += weight * smooth(lon * scale, lat * scale, octave);
      weight /= 2;
      scale *= 2;
    }
    return sum / (1 - weight * 2);
  }

  private double smooth(double x, double y, int octave) {
    long column = (long) Math.floor(x);
    long row = (long) Math.floor(y);
    double u = eased(x - column);
    double v = eased(y - row);
    double south = mix(corner(column, row, octave), corner(column + 1, row, octave), u);
    double north = mix(corner(column, row + 1, octave), corner(column + 1, row + 1, octave), u);
    return mix(south, north, v);
  }

  private double corner(long column, long row, int octave) {
    long hash = Dice.mixed(seed + octave + Dice.mixed(column + 31 * Dice.mixed(row)));
    return (hash >>> 11) * 0x1.0p-53;
  }

  private static double eased(double t) {
    return t * t * (3 - 2 * t);
  }

  private static double mix(double a, double b, double t) {
    return a + (b - a) * t;
  }
}
