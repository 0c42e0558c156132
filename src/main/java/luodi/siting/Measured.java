package luodi.siting;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import luodi.atlas.Atlas;
import luodi.atlas.Coverage;
import luodi.atlas.Zone;
import luodi.geo.Geodesic;
import luodi.geo.LocalFrame;
import luodi.geo.Nearness;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** What was measured of one part, kept so that many rules can read it. Safe for many threads. */
final class Measured {
  private final Atlas atlas;
  private final LocalDate day;
  private final Geometry part;
  private final LocalFrame frame;
  private final Nearness nearness;
  private final Map<String, List<Zone>> near = new HashMap<>();
  private final Map<Zone, Geodesic.Nearest> nearest = new IdentityHashMap<>();
  private final Map<Coverage, String> coverage = new IdentityHashMap<>();

  /** Of a part that has a shape. */
  Measured(Atlas atlas, Geometry part, LocalDate day) {
    this.atlas = atlas;
    this.day = day;
    this.part = part;
    this.frame = LocalFrame.around(part);
    this.nearness = Nearness.of(part);
  }

  /** The zones of a layer that are valid on the day and lie within a distance, or a little more. */
  synchronized List<Zone> near(String layer, double metres) {
    return near.computeIfAbsent(
        layer + metres,
        key -> {
          Envelope window = frame.grow(part.getEnvelopeInternal(), metres);
          return atlas.near(layer, window).stream().filter(zone -> zone.validOn(day)).toList();
        });
  }

  /** Where a zone comes nearest to the part; empty when that is farther than a distance. */
  synchronized Optional<Geodesic.Nearest> nearest(Zone zone, double withinM) {
    Geodesic.Nearest known = nearest.get(zone);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Geodesic.Nearest> found = nearness.to(zone.shape(), withinM);
    found.ifPresent(measured -> nearest.put(zone, measured));
    return found;
  }

  /** How much of the part a layer knows: full, partial or none. */
  synchronized String coverage(String layer) {
    return coverage.computeIfAbsent(
        atlas.coverage(layer), known -> known.over(part).name().toLowerCase(Locale.ROOT));
  }
}
