package luodi.geo;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import luodi.fault.Fault;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.Proj4jException;
import org.locationtech.proj4j.ProjCoordinate;

/**
 * A coordinate reference system that an asker may use, and the way from it to EPSG:4490.
 *
 * <p>CGCS2000 and WGS84 are taken as one (they differ by centimetres). Positions come as x, y:
 * longitude or easting first, whatever the authority's axis order says, as GeoJSON does. Beijing
 * 1954 and Xian 1980 are refused: without the seven parameters of the place, which are not public,
 * a shift would be a guess of up to 100 m.
 */
public final class Crs {
  private static final Pattern EPSG = Pattern.compile("(?:EPSG:|.*/EPSG/[^/]*/)(\\d{4,5})");
  private static final String GRS80 = "+ellps=GRS80 +units=m +no_defs";
  private static final String WEB_MERCATOR =
      "+proj=merc +a=6378137 +b=6378137 +lon_0=0 +x_0=0 +y_0=0 +units=m +no_defs";
  private static final String SPHERE = "+proj=longlat +a=6378137 +b=6378137 +no_defs";
  private static final String ELLIPSOID = "+proj=longlat +ellps=GRS80 +no_defs";

  private final String name;
  private final Shift shift;

  private interface Shift {
    /** Moves one position in place: index 0 is x, index 1 is y. */
    void apply(double[] position);
  }

  private Crs(String name, Shift shift) {
    this.name = name;
    this.shift = shift;
  }

  /**
   * The CRS by its name: {@code CRS84}, {@code EPSG:4490}, {@code GCJ-02} …; else {@code
   * UNKNOWN_CRS}.
   */
  public static Crs named(String asked) {
    String name = asked.trim().toUpperCase(Locale.ROOT);
    if (name.equals("CRS84") || name.endsWith("/CRS84")) {
      return new Crs("CRS84", position -> {});
    }
    if (name.equals("GCJ-02") || name.equals("GCJ02")) {
      return new Crs("GCJ-02", Gcj02::toWgs84);
    }
    if (name.equals("BD-09") || name.equals("BD09")) {
      return new Crs("BD-09", Gcj02::baiduToWgs84);
    }
    Matcher epsg = EPSG.matcher(name);
    if (epsg.matches()) {
      return ofEpsg(Integer.parseInt(epsg.group(1)), asked);
    }
    throw unknown(asked);
  }

  /** As it was understood. */
  public String name() {
    return name;
  }

  /** The shape in EPSG:4490 degrees, longitude first. */
  public Geometry toDegrees(Geometry shape) {
    Geometry moved = shape.copy();
    moved.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence points, int i) {
            double[] position = {points.getX(i), points.getY(i)};
            shift.apply(position);
            points.setOrdinate(i, 0, position[0]);
            points.setOrdinate(i, 1, position[1]);
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return true;
          }
        });
    return moved;
  }

  private static Crs ofEpsg(int code, String asked) {
    String name = "EPSG:" + code;
    if (code == 4490 || code == 4326) {
      return new Crs(name, position -> {});
    }
    if (code == 3857) {
      return new Crs(name, between(WEB_MERCATOR, SPHERE));
    }
    if (code >= 4491 && code <= 4554) {
      return new Crs(name, between(gaussKrueger(code), ELLIPSOID));
    }
    if (code == 4214
        || code == 4610
        || code >= 2327 && code <= 2442
        || code >= 21413 && code <= 21483) {
      throw Fault.UNKNOWN_CRS
          .because(
              "'%s' is Beijing 1954 or Xian 1980. Its shift to CGCS2000 needs local parameters that are not public, and a "
                  + "guess could be 100 m off. Have the coordinates converted to CGCS2000 (EPSG:4490 or EPSG:4491–4554).",
              asked)
          .at("/crs");
    }
    throw unknown(asked);
  }

  /**
   * CGCS2000 Gauss-Krüger: 6° and 3° zones, each with and without the zone number before the
   * easting.
   */
  private static String gaussKrueger(int code) {
    int meridian;
    int falseEasting = 500_000;
    if (code <= 4501) { // 6° zones 13 to 23
      int zone = code - 4491 + 13;
      meridian = zone * 6 - 3;
      falseEasting += zone * 1_000_000;
    } else if (code <= 4512) { // 6°, central meridians 75° to 135°
      meridian = 75 + (code - 4502) * 6;
    } else if (code <= 4533) { // 3° zones 25 to 45
      int zone = code - 4513 + 25;
      meridian = zone * 3;
      falseEasting += zone * 1_000_000;
    } else { // 3°, central meridians 75° to 135°
      meridian = 75 + (code - 4534) * 3;
    }
    return "+proj=etmerc +lat_0=0 +lon_0=%d +k=1 +x_0=%d +y_0=0 %s"
        .formatted(meridian, falseEasting, GRS80);
  }

  /** The way from degrees, longitude first, to a projected CRS, x first. */
  static PublishedCrs.Way fromDegrees(String name) {
    int code = Integer.parseInt(name.substring("EPSG:".length()));
    Shift shift =
        code == 3857 ? between(SPHERE, WEB_MERCATOR) : between(ELLIPSOID, gaussKrueger(code));
    return shift::apply;
  }

  private static Shift between(String here, String there) {
    CRSFactory factory = new CRSFactory();
    CoordinateReferenceSystem from = factory.createFromParameters("from", here);
    CoordinateReferenceSystem to = factory.createFromParameters("to", there);
    CoordinateTransform transform = new CoordinateTransformFactory().createTransform(from, to);
    return position -> {
      try {
        ProjCoordinate moved =
            transform.transform(new ProjCoordinate(position[0], position[1]), new ProjCoordinate());
        position[0] = moved.x;
        position[1] = moved.y;
      } catch (Proj4jException outside) {
        throw Fault.BAD_SITE
            .because(
                "Position %s, %s does not lie where this CRS can be used; check the CRS and the order of the axes.",
                position[0], position[1])
            .causedBy(outside);
      }
    };
  }

  private static RuntimeException unknown(String asked) {
    return Fault.UNKNOWN_CRS
        .because(
            "No CRS '%s' here; use CRS84, EPSG:4490, EPSG:4326, EPSG:3857, EPSG:4491 to EPSG:4554 (CGCS2000 Gauss-Krüger), "
                + "GCJ-02 or BD-09.",
            asked)
        .at("/crs");
  }
}
