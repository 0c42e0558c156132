package luodi.geo;

/**
 * The offsets of Chinese web maps. GCJ-02 moves WGS84 by up to some 700 m, BD-09 moves GCJ-02 once
 * more; the way back is found by iteration to below a millimetre. Published reverse-engineered
 * formulas; accuracy against the official shift is a few metres.
 */
final class Gcj02 {
  private static final double A = 6378245.0; // Krasovsky, as the formulas use it
  private static final double E2 = 0.00669342162296594323;
  private static final double CLOSE = 1e-9; // degrees, about 0.1 mm
  private static final int MOST_STEPS = 30;

  private Gcj02() {}

  /** Moves one position in degrees. */
  private interface Offset {
    double[] of(double lon, double lat);
  }

  static void toWgs84(double[] position) {
    undo(Gcj02::fromWgs84, position);
  }

  static void baiduToWgs84(double[] position) {
    undo(Gcj02::toBaidu, position);
    toWgs84(position);
  }

  /** Puts into the place of a position the one that the offset moves there. */
  private static void undo(Offset offset, double[] position) {
    double lon = position[0];
    double lat = position[1];
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] moved = offset.of(position[0], position[1]);
      position[0] -= moved[0] - lon;
      position[1] -= moved[1] - lat;
      if (Math.max(Math.abs(moved[0] - lon), Math.abs(moved[1] - lat)) < CLOSE) {
        break;
      }
    }
  }

  /** BD-09 from GCJ-02. */
  static double[] toBaidu(double lon, double lat) {
    double turn = Math.PI * 3000.0 / 180.0;
    double z = Math.sqrt(lon * lon + lat * lat) + 0.00002 * Math.sin(lat * turn);
    double theta = Math.atan2(lat, lon) + 0.000003 * Math.cos(lon * turn);
    return new double[] {z * Math.cos(theta) + 0.0065, z * Math.sin(theta) + 0.006};
  }

  static double[] fromWgs84(double lon, double lat) {
    double dLat = northing(lon - 105, lat - 35);
    double dLon = easting(lon - 105, lat - 35);
    double sin = Math.sin(Math.toRadians(lat));
    double w = 1 - E2 * sin * sin;
    double root = Math.sqrt(w);
    dLat = Math.toDegrees(dLat / (A * (1 - E2) / (w * root)));
    dLon = Math.toDegrees(dLon / (A / root * Math.cos(Math.toRadians(lat))));
    return new double[] {lon + dLon, lat + dLat};
  }

  private static double northing(double x, double y) {
    return -100
        + 2 * x
        + 3 * y
        + 0.2 * y * y
        + 0.1 * x * y
        + 0.2 * Math.sqrt(Math.abs(x))
        + waves(x)
        + (20 * Math.sin(y * Math.PI) + 40 * Math.sin(y / 3 * Math.PI)) * 2 / 3
        + (160 * Math.sin(y / 12 * Math.PI) + 320 * Math.sin(y * Math.PI / 30)) * 2 / 3;
  }

  private static double easting(double x, double y) {
    return 300
        + x
        + 2 * y
        + 0.1 * x * x
        + 0.1 * x * y
        + 0.1 * Math.sqrt(Math.abs(x))
        + waves(x)
        + (20 * Math.sin(x * Math.PI) + 40 * Math.sin(x / 3 * Math.PI)) * 2 / 3
        + (150 * Math.sin(x / 12 * Math.PI) + 300 * Math.sin(x / 30 * Math.PI)) * 2 / 3;
  }

  private static double waves(double x) {
    return (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2 / 3;
  }
}
