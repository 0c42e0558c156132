package luodi.ingest.edition;

import java.util.Locale;

/** A way on the ground, metres to the east and to the north. */
record Offset(double east, double north) {
  static final Offset NONE = new Offset(0, 0);

  double metres() {
    return Math.hypot(east, north);
  }

  Offset plus(double moreEast, double moreNorth) {
    return new Offset(east + moreEast, north + moreNorth);
  }

  Offset minus(Offset other) {
    return new Offset(east - other.east, north - other.north);
  }

  /** {@code 512 m (497 m east, 121 m north)}. */
  String shown() {
    return "%s (%s %s, %s %s)"
        .formatted(
            length(metres()),
            length(Math.abs(east)),
            east < 0 ? "west" : "east",
            length(Math.abs(north)),
            north < 0 ? "south" : "north");
  }

  private static String length(double metres) {
    return metres < 10_000
        ? String.format(Locale.ROOT, "%.0f m", metres)
        : String.format(Locale.ROOT, "%.0f km", metres / 1000);
  }
}
