package luodi.ogc;

import java.util.ArrayList;
import java.util.List;
import luodi.atlas.Atlas;
import luodi.atlas.Zone;
import luodi.fault.Fault;
import luodi.geo.Grid;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The ground that {@code bbox} names: one rectangle, or two when it crosses the 180th meridian.
 *
 * @param parts shapes in degrees, longitude first
 */
record Window(List<Geometry> parts) {
  private static final int FLAT = 4;
  private static final int WITH_HEIGHTS = 6;

  Window {
    parts = List.copyOf(parts);
  }

  /** Reads west, south, east, north; heights between them are read over. */
  static Window parse(String text) {
    String[] pieces = text.split(",", -1);
    if (pieces.length != FLAT && pieces.length != WITH_HEIGHTS) {
      throw bad(text, pieces.length + " numbers came");
    }
    double[] at = new double[pieces.length];
    for (int i = 0; i < at.length; i++) {
      at[i] = number(pieces[i], text);
    }
    int half = at.length / 2;
    double west = at[0];
    double south = at[1];
    double east = at[half];
    double north = at[half + 1];
    if (south > north) {
      throw bad(text, "its south lies north of its north");
    }
    if (Math.abs(west) > 180 || Math.abs(east) > 180 || south < -90 || north > 90) {
      throw bad(text, "it does not lie on the globe");
    }
    return west <= east
        ? new Window(List.of(rectangle(west, south, east, north)))
        : new Window(
            List.of(rectangle(west, south, 180, north), rectangle(-180, south, east, north)));
  }

  /** The zones that meet the window, in the order of their ids. */
  List<Zone> zones(Atlas atlas, String layer) {
    if (parts.size() == 1) {
      return meeting(atlas.near(layer, parts.get(0).getEnvelopeInternal()));
    }
    List<Zone> all = new ArrayList<>();
    for (Zone zone : atlas.zones(layer)) {
      if (meets(zone)) {
        all.add(zone);
      }
    }
    return all;
  }

  private List<Zone> meeting(List<Zone> near) {
    return near.stream().filter(this::meets).toList();
  }

  private boolean meets(Zone zone) {
    for (Geometry part : parts) {
      if (part.intersects(zone.shape())) {
        return true;
      }
    }
    return false;
  }

  private static Geometry rectangle(double west, double south, double east, double north) {
    return Grid.SHAPES.toGeometry(new Envelope(west, east, south, north));
  }

  private static double number(String piece, String text) {
    String trimmed = piece.trim();
    if (!trimmed.matches("[-+]?(\\d{1,15}(\\.\\d{0,20})?|\\.\\d{1,20})([eE][-+]?\\d{1,2})?")) {
      throw bad(text, "'" + trimmed + "' is no number");
    }
    return Double.parseDouble(trimmed);
  }

  private static RuntimeException bad(String text, String why) {
    return Fault.BAD_PARAMETER
        .because(
            "'%s' is no bbox, because %s; give west,south,east,north in degrees, such as 105,37,107,39.",
            text, why)
        .inParameter("bbox");
  }
}
