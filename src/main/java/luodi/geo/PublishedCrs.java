package luodi.geo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * A CRS in which features are given out and asked for, with the axis order of its authority:
 * EPSG:4490 and EPSG:4326 say latitude first, the Gauss-Krüger zones northing first.
 *
 * @see <a href="https://docs.ogc.org/is/18-058r1/18-058r1.html">OGC API - Features - Part 2</a>
 */
public final class PublishedCrs {
  private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:https?://www\\.opengis\\.net/def/crs/EPSG/[0-9.]+/|urn:ogc:def:crs:EPSG:[0-9.]*:|\\[?EPSG:)(\\d{4,5})\\]?");
  private static final Pattern NAMED_CRS84 =
      Pattern.compile(
          "https?://www\\.opengis\\.net/def/crs/OGC/(?:1\\.3|0)/CRS84|urn:ogc:def:crs:OGC:[0-9.]*:CRS84|\\[?(?:OGC:)?CRS84\\]?");

  private static final int FIRST_3_DEGREE_ZONE = 4513;
  private static final int LAST_3_DEGREE_MERIDIAN = 4554;

  /** The grid's own decimals; a tenth of its cell in metres. */
  private static final int DECIMALS_OF_DEGREES = 7;

  private static final int DECIMALS_OF_METRES = 3;

  /** Longitude first: the CRS of GeoJSON. */
  public static final PublishedCrs CRS84 =
      new PublishedCrs("http://www.opengis.net/def/crs/OGC/1.3/CRS84", "CRS84", false, true);

  /** What the atlas is kept in, latitude first as EPSG says. */
  public static final PublishedCrs CGCS2000 =
      new PublishedCrs(EPSG + 4490, "EPSG:4490", true, true);

  private static final Map<String, PublishedCrs> ALL = published();

  private final String uri;
  private final String name;
  private final boolean northFirst;
  private final boolean degrees;

  private PublishedCrs(String uri, String name, boolean northFirst, boolean degrees) {
    this.uri = uri;
    this.name = name;
    this.northFirst = northFirst;
    this.degrees = degrees;
  }

  /** Moves one position, longitude and latitude, in place to this CRS. Used by one thread. */
  public interface Way {
    void apply(double[] position);
  }

  /** All of them: CRS84, EPSG:4490, 4326, 3857 and the 3° zones EPSG:4513 to 4554. */
  public static List<PublishedCrs> all() {
    return List.copyOf(ALL.values());
  }

  /** By URI, URN, CURIE or plain code; empty when it is not given out. */
  public static Optional<PublishedCrs> named(String asked) {
    if (NAMED_CRS84.matcher(asked).matches()) {
      return Optional.of(CRS84);
    }
    Matcher epsg = NAMED.matcher(asked);
    return epsg.matches()
        ? Optional.ofNullable(ALL.get("EPSG:" + epsg.group(1)))
        : Optional.empty();
  }

  /** As the standard names it. */
  public String uri() {
    return uri;
  }

  /** As people name it. */
  public String name() {
    return name;
  }

  /** True when the authority's first axis points north. */
  public boolean northFirst() {
    return northFirst;
  }

  /** True when positions are angles, so that 180 and -180 are one meridian. */
  public boolean inDegrees() {
    return degrees;
  }

  /** How many decimals a coordinate carries: about a centimetre in degrees, a millimetre else. */
  public int decimals() {
    return degrees ? DECIMALS_OF_DEGREES : DECIMALS_OF_METRES;
  }

  /** The way from longitude and latitude to this CRS, in the axis order of its authority. */
  public Way fromDegrees() {
    Way projected = degrees ? position -> {} : Crs.fromDegrees(name);
    return northFirst ? position -> swap(position, projected) : projected;
  }

  /** A shape in this CRS, in the axis order of its authority, as degrees, longitude first. */
  public Geometry toDegrees(Geometry shape) {
    return Crs.named(name).toDegrees(northFirst ? swapped(shape) : shape);
  }

  private static void swap(double[] position, Way projected) {
    projected.apply(position);
    double x = position[0];
    position[0] = position[1];
    position[1] = x;
  }

  /** The shape with its two ordinates changed about. */
  public static Geometry swapped(Geometry shape) {
    Geometry turned = shape.copy();
    turned.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence points, int i) {
            double first = points.getX(i);
            points.setOrdinate(i, 0, points.getY(i));
            points.setOrdinate(i, 1, first);
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
    return turned;
  }

  private static Map<String, PublishedCrs> published() {
    List<PublishedCrs> all = new ArrayList<>(List.of(CRS84, CGCS2000));
    all.add(new PublishedCrs(EPSG + 4326, "EPSG:4326", true, true));
    all.add(new PublishedCrs(EPSG + 3857, "EPSG:3857", false, false));
    for (int code = FIRST_3_DEGREE_ZONE; code <= LAST_3_DEGREE_MERIDIAN; code++) {
      all.add(new PublishedCrs(EPSG + code, "EPSG:" + code, true, false));
    }
    Map<String, PublishedCrs> byName = new LinkedHashMap<>();
    all.forEach(crs -> byName.put(crs.name, crs));
    return byName;
  }
}
