package luodi.synthetic;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import luodi.atlas.Zone;
import luodi.geo.Grid;
import luodi.synthetic.draw.Dice;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * A province in the making: all that its layers are drawn from.
 *
 * @param counties in the order of their codes
 * @param outline all its counties together
 */
record Province(
    String code,
    Country country,
    List<Basis.County> counties,
    Geometry outline,
    PreparedGeometry ready) {
  private static final String CONFIDENCE = "synthetic";

  static Province of(String code, Country country) {
    List<Basis.County> counties =
        country.real().counties().stream()
            .filter(county -> county.province().equals(code))
            .sorted(Comparator.comparing(Basis.County::adcode))
            .toList();
    Geometry outline = Grid.union(counties.stream().map(Basis.County::shape).toList());
    return new Province(code, country, counties, outline, PreparedGeometryFactory.prepare(outline));
  }

  /** The province's own stream for a layer or a stage. */
  Dice dice(String what) {
    return country.dice().on(code).on(what);
  }

  int vertices() {
    return country.options().vertices();
  }

  Envelope envelope() {
    return outline.getEnvelopeInternal();
  }

  /** The code's first two digits, for the ids of zones. */
  String prefix() {
    return code.substring(0, 2);
  }

  /** The part of the shape in the province; empty when there is none. */
  Geometry clipped(Geometry shape) {
    return ready.covers(shape) ? shape : Grid.intersection(shape, outline);
  }

  Zone zone(String id, String name, Geometry shape, Map<String, String> attributes) {
    return zone(id, name, shape, attributes, Optional.empty(), Optional.empty());
  }

  Zone zone(
      String id,
      String name,
      Geometry shape,
      Map<String, String> attributes,
      Optional<LocalDate> from,
      Optional<LocalDate> to) {
    return new Zone(
        id,
        name,
        Grid.compact(shape),
        new TreeMap<>(attributes),
        from,
        to,
        country.source(),
        CONFIDENCE);
  }

  /** What each layer and zone says of where it comes from. */
  static String source(long seed) {
    return String.format(Locale.ROOT, "合成数据，Luodi synthetic generator, seed %d; not real", seed);
  }

  /** The largest polygon of an area. */
  static Polygon largest(Geometry area) {
    Polygon largest = (Polygon) area.getGeometryN(0);
    for (int i = 1; i < area.getNumGeometries(); i++) {
      if (area.getGeometryN(i).getArea() > largest.getArea()) {
        largest = (Polygon) area.getGeometryN(i);
      }
    }
    return largest;
  }
}
