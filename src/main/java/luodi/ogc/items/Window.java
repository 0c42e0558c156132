package luodi.ogc.items;

import java.util.ArrayList;
import java.util.List;
import luodi.atlas.Atlas;
import luodi.atlas.Zone;
import luodi.fault.Fault;
import luodi.fault.FaultException;
import luodi.geo.Grid;
import luodi.geo.PublishedCrs;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * The ground that {@code bbox} names: one rectangle, or two when it crosses the 180th meridian.
 *
 * @param parts shapes in degrees, longitude first
 */
record Window(List<PreparedGeometry> parts) {
  private static final int FLAT = 4;
  private static final int WITH_HEIGHTS = 6;

  /** A side that is straight in a projection is bent in degrees, so it is cut in so many pieces. */
  private static final int PIECES = 64;

  Window {
    parts = List.copyOf(parts);
  }

  /** Reads the lower and then the upper corner in a CRS; heights between them are read over. */
  static Window parse(String text, PublishedCrs crs) {
    String[] pieces = text.split(",", -1);
    if (pieces.length != FLAT && pieces.length != WITH_HEIGHTS) {
      throw bad(text, pieces.length + " numbers came", crs);
    }
    double[] at = new double[pieces.length];
    for (int i = 0; i < at.length; i++) {
      at[i] = number(pieces[i], text, crs);
    }
    int half = at.length / 2;
    boolean turned = crs.inDegrees() && crs.northFirst();
    return crs.inDegrees()
        ? inDegrees(
            new double[] {
              at[turned ? 1 : 0],
              at[turned ? 0 : 1],
              at[half + (turned ? 1 : 0)],
              at[half + (turned ? 0 : 1)]
            },
            text,
            crs)
        : projected(new double[] {at[0], at[1], at[half], at[half + 1]}, text, crs);
  }

  /** The zones that meet the window, in the order of their ids. */
  List<Zone> zones(Atlas atlas, String layer) {
    List<Zone> near =
        parts.size() == 1
            ? atlas.near(layer, parts.get(0).getGeometry().getEnvelopeInternal())
            : atlas.zones(layer);
    List<Zone> meeting = new ArrayList<>();
    for (Zone zone : near) {
      if (meets(zone)) {
        meeting.add(zone);
      }
    }
    return meeting;
  }

  private boolean meets(Zone zone) {
    for (PreparedGeometry part : parts) {
      if (part.intersects(zone.shape())) {
        return true;
      }
    }
    return false;
  }

  /**
   * @param at west, south, east, north
   */
  private static Window inDegrees(double[] at, String text, PublishedCrs crs) {
    if (at[1] > at[3]) {
      throw bad(text, "its south lies north of its north", crs);
    }
    if (Math.abs(at[0]) > 180 || Math.abs(at[2]) > 180 || at[1] < -90 || at[3] > 90) {
      throw bad(text, "it does not lie on the globe", crs);
    }
    return at[0] <= at[2]
        ? of(rectangle(at[0], at[1], at[2], at[3]))
        : of(rectangle(at[0], at[1], 180, at[3]), rectangle(-180, at[1], at[2], at[3]));
  }

  private static Window projected(double[] at, String text, PublishedCrs crs) {
    if (at[0] > at[2] || at[1] > at[3]) {
      throw bad(text, "its lower corner is above its upper one", crs);
    }
    Geometry rectangle = rectangle(at[0], at[1], at[2], at[3]);
    double step = Math.max(at[2] - at[0], at[3] - at[1]) / PIECES;
    Geometry degrees = crs.toDegrees(step > 0 ? Densifier.densify(rectangle, step) : rectangle);
    if (!new Envelope(-180, 180, -90, 90).contains(degrees.getEnvelopeInternal())
        || !degrees.isValid()) {
      throw bad(text, "it does not lie where " + crs.name() + " can be used", crs);
    }
    return of(degrees);
  }

  private static Window of(Geometry... parts) {
    List<PreparedGeometry> prepared = new ArrayList<>();
    for (Geometry part : parts) {
      prepared.add(PreparedGeometryFactory.prepare(part));
    }
    return new Window(prepared);
  }

  private static Geometry rectangle(double x1, double y1, double x2, double y2) {
    return Grid.SHAPES.toGeometry(new Envelope(x1, x2, y1, y2));
  }

  private static double number(String piece, String text, PublishedCrs crs) {
    String trimmed = piece.trim();
    if (!trimmed.matches("[-+]?(\\d{1,15}(\\.\\d{0,20})?|\\.\\d{1,20})([eE][-+]?\\d{1,2})?")) {
      throw bad(text, "'" + trimmed + "' is no number", crs);
    }
    return Double.parseDouble(trimmed);
  }

  private static FaultException bad(String text, String why, PublishedCrs crs) {
    return Fault.BAD_PARAMETER
        .because(
            "'%s' is no bbox, because %s; give the lower and the upper corner in %s%s.",
            text,
            why,
            crs.name(),
            crs == PublishedCrs.CRS84 ? ", such as 105,37,107,39" : ", in the order of its axes")
        .inParameter("bbox");
  }
}
