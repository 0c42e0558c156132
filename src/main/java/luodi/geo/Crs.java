package luodi.geo;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import luodi.fault.Fault;
import luodi.fault.FaultException;
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
 * a shift would be a guess of up to 100 m. Who has the parameters gives them as a {@link
 * DatumShift}.
 */
public final class Crs {
  private static final Pattern EPSG =
      Pattern.compile("(?:EPSG:|URN:OGC:DEF:CRS:EPSG:[^:]*:|.*/EPSG/[^/]*/)(\\d{4,5})");
  private static final CrsDefinition WEB_MERCATOR =
      new CrsDefinition("EPSG:3857", Datum.WGS84, WktProjection.WEB_MERCATOR);

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
    return named(asked, Optional.empty());
  }

  /**
   * The CRS by its name or its Well-Known Text, as files carry it; else {@code UNKNOWN_CRS}.
   *
   * @param shift leads from the CRS's datum, if that is an old one, to CGCS2000
   */
  public static Crs understood(String asked, Optional<DatumShift> shift) {
    return asked.indexOf('[') >= 0 || asked.indexOf('(') >= 0
        ? of(WktCrs.read(asked), asked, shift)
        : named(asked, shift);
  }

  /** A CRS's name, or what stands for it in its Well-Known Text. */
  public static String shown(String asked) {
    try {
      return definition(asked).map(CrsDefinition::name).orElse(asked);
    } catch (FaultException unknown) {
      return asked.length() > 80 ? asked.substring(0, 80) + "…" : asked;
    }
  }

  /** True when the text is a CRS of Beijing 1954 or Xian 1980. */
  public static boolean isOldDatum(String asked) {
    try {
      return !definition(asked).map(each -> each.datum().isModern()).orElse(true);
    } catch (FaultException unknown) {
      return false;
    }
  }

  private static Optional<CrsDefinition> definition(String asked) {
    if (asked.indexOf('[') >= 0 || asked.indexOf('(') >= 0) {
      return Optional.of(WktCrs.read(asked));
    }
    Matcher epsg = EPSG.matcher(asked.trim().toUpperCase(Locale.ROOT));
    return epsg.matches() ? ChineseGrids.of(Integer.parseInt(epsg.group(1))) : Optional.empty();
  }

  private static Crs named(String asked, Optional<DatumShift> shift) {
    String name = asked.trim().toUpperCase(Locale.ROOT);
    if (name.equals("CRS84") || name.endsWith("/CRS84") || name.endsWith(":CRS84")) {
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
      return ofEpsg(Integer.parseInt(epsg.group(1)), asked, shift);
    }
    throw unknown(asked);
  }

  /** As it was understood. */
  public String name() {
    return name;
  }

  /**
   * The shape in EPSG:4490 degrees, longitude first; {@code BAD_SITE} when a position lies beyond
   * what the CRS can express.
   */
  public Geometry toDegrees(Geometry shape) {
    Geometry moved = shape.copy();
    moved.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence points, int i) {
            double[] position = {points.getX(i), points.getY(i)};
            shift.apply(position);
            if (!Double.isFinite(position[0]) || !Double.isFinite(position[1])) {
              throw beyond(points.getX(i), points.getY(i));
            }
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

  private static Crs ofEpsg(int code, String asked, Optional<DatumShift> shift) {
    if (code == 3857) {
      return of(WEB_MERCATOR, asked, shift);
    }
    return of(ChineseGrids.of(code).orElseThrow(() -> unknown(asked)), asked, shift);
  }

  private static Crs of(CrsDefinition definition, String asked, Optional<DatumShift> shift) {
    Datum datum = definition.datum();
    if (datum.isModern()) {
      return new Crs(
          definition.name(),
          definition.projection().isEmpty() ? position -> {} : projected(definition, ""));
    }
    DatumShift parameters = shift.orElseThrow(() -> withoutParameters(datum, asked));
    return new Crs(
        definition.name() + " shifted by " + parameters.shown(),
        projected(definition, " +towgs84=" + parameters.shown()));
  }

  /** The way from degrees, longitude first, to a projected CRS of today's datum, x first. */
  static PublishedCrs.Way fromDegrees(String name) {
    int code = Integer.parseInt(name.substring("EPSG:".length()));
    CrsDefinition definition =
        code == 3857 ? WEB_MERCATOR : ChineseGrids.of(code).orElseThrow(() -> unknown(name));
    Shift shift = between(degrees(definition), planar(definition, ""));
    return position -> {
      double lon = position[0];
      double lat = position[1];
      shift.apply(position);
      if (!Double.isFinite(position[0]) || !Double.isFinite(position[1])) {
        throw Fault.BAD_SITE.because(
            "The position %s, %s cannot be given out in %s; ask for another CRS.", lon, lat, name);
      }
    };
  }

  private static Shift projected(CrsDefinition definition, String shift) {
    String there =
        shift.isEmpty()
            ? degrees(definition)
            : "+proj=longlat " + Datum.WGS84.ellipsoid() + " +towgs84=0,0,0 +no_defs";
    return between(planar(definition, shift), there);
  }

  private static String planar(CrsDefinition definition, String shift) {
    // Only the extended series of PROJ4J goes back to the millimetre beyond the zone.
    String projection =
        definition.projection().isEmpty()
            ? "+proj=longlat"
            : definition.projection().replace("+proj=tmerc", "+proj=etmerc") + " +units=m";
    return projection + " " + ellipsoid(definition) + shift + " +no_defs";
  }

  private static String degrees(CrsDefinition definition) {
    return "+proj=longlat " + ellipsoid(definition) + " +no_defs";
  }

  private static String ellipsoid(CrsDefinition definition) {
    return definition.projection().equals(WktProjection.WEB_MERCATOR)
        ? "+a=6378137 +b=6378137"
        : definition.datum().ellipsoid();
  }

  private static Shift between(String here, String there) {
    CRSFactory factory = new CRSFactory();
    CoordinateReferenceSystem from = factory.createFromParameters("from", here);
    CoordinateReferenceSystem to = factory.createFromParameters("to", there);
    CoordinateTransform transform = new CoordinateTransformFactory().createTransform(from, to);
    return position -> {
      try {
        ProjCoordinate at = new ProjCoordinate(position[0], position[1]);
        ProjCoordinate moved = transform.transform(at, new ProjCoordinate());
        position[0] = moved.x;
        position[1] = moved.y;
      } catch (Proj4jException | IllegalStateException beyond) {
        position[0] = Double.NaN;
      }
    };
  }

  private RuntimeException beyond(double x, double y) {
    return Fault.BAD_SITE.because(
        "The position %s, %s lies beyond what %s can express; is it the right CRS?", x, y, name);
  }

  private static RuntimeException withoutParameters(Datum datum, String asked) {
    String shown = asked.length() > 80 ? asked.substring(0, 80) + "…" : asked;
    return Fault.UNKNOWN_CRS
        .because(
            "'%s' is %s (Beijing 1954 and Xian 1980 alike). Its shift to CGCS2000 needs local parameters that are not public, and a "
                + "guess could be 100 m off. Have the coordinates converted to CGCS2000 (EPSG:4490 or EPSG:4491–4554), or give the surveyors' parameters.",
            shown, datum.title())
        .at("/crs");
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
