package luodi.fabric;

import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import luodi.atlas.Atlas;
import luodi.atlas.County;
import luodi.atlas.Coverage;
import luodi.atlas.Layer;
import luodi.atlas.Zone;
import luodi.geo.Grid;
import luodi.geo.TransverseFrame;
import luodi.ground.Ask;
import luodi.ground.Letter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/**
 * All that the law reads of an atlas, as regions: zones, bands around them, coverage, counties.
 * They are indexed once, drawn when they are first asked for, and forgotten when memory runs short.
 * Safe for many threads.
 */
public final class Regions {
  private static final double LEAST_STRIP_M = 1;
  private static final double STRIPS = 1000; // a band is drawn to a half of one of so many

  private final Atlas atlas;
  private final List<Ask> asks;
  private final List<Drawn> layers; // counties first
  private final List<Vouched> vouched;
  private final double stripM;
  private final Map<Known, Region> known = new ConcurrentHashMap<>();
  private final Map<Edge, SoftReference<List<Region>>> edges = new ConcurrentHashMap<>();

  /** Ground on which letters hold. */
  private record Known(Coverage of, List<Letter> letters) {}

  /** Ground so near to a stretch of a coverage's edge that letters do not hold. */
  private record Edge(LineString along, double withinM, List<Letter> letters) {}

  private Regions(Atlas atlas, List<Ask> asks, List<Drawn> layers) {
    this.atlas = atlas;
    this.asks = asks;
    this.layers = layers;
    this.vouched = Vouched.of(atlas, asks);
    this.stripM = stripM(asks);
  }

  /**
   * Indexes an atlas.
   *
   * @param asks what the law wants to read
   */
  public static Regions of(Atlas atlas, List<Ask> asks) {
    return new Regions(atlas, asks, layers(atlas, asks, List.of()));
  }

  /** The same of another atlas, or for other asks; layers that read alike share their memory. */
  public Regions over(Atlas other, List<Ask> others) {
    if (other == atlas && others.equals(asks)) {
      return this;
    }
    return new Regions(other, others, layers(other, others, layers));
  }

  /** The same with nothing drawn yet. */
  Regions undrawn() {
    return new Regions(
        atlas, asks, layers.stream().map(layer -> new Drawn(layer.reach())).toList());
  }

  private static List<Drawn> layers(Atlas atlas, List<Ask> asks, List<Drawn> before) {
    Stream<Optional<Ask>> read =
        Stream.concat(Stream.of(Optional.empty()), asks.stream().map(Optional::of));
    return read.parallel().flatMap(ask -> layer(atlas, ask, before).stream()).toList();
  }

  private static Optional<Drawn> layer(Atlas atlas, Optional<Ask> ask, List<Drawn> before) {
    List<Zone> zones = atlas.zones(ask.map(Ask::layer).orElse(County.LAYER));
    Optional<Layer> layer = ask.flatMap(one -> atlas.layer(one.layer()));
    if (ask.isPresent() && layer.isEmpty()) {
      return Optional.empty();
    }
    return before.stream()
        .filter(one -> one.reach().isOf(layer, zones, ask))
        .findFirst()
        .or(() -> Optional.of(new Drawn(reach(layer, zones, ask))));
  }

  private static Reach reach(Optional<Layer> layer, List<Zone> zones, Optional<Ask> ask) {
    return layer.isEmpty()
        ? Reach.ofCounties(zones)
        : Reach.of(layer.get(), zones, ask.orElseThrow());
  }

  /** So near to the edge of any band its drawing does not decide, metres. */
  double stripM() {
    return stripM;
  }

  private static double stripM(List<Ask> asks) {
    return asks.stream()
        .flatMap(ask -> ask.bands().keySet().stream())
        .mapToDouble(withinM -> Math.max(LEAST_STRIP_M, withinM / STRIPS))
        .max()
        .orElse(0);
  }

  /**
   * Everything near a window.
   *
   * @param regions what lies there
   * @param bands what the regions of bands were drawn around: they decide by distance, not by the
   *     drawing
   */
  record Near(List<Region> regions, List<Band> bands) {}

  /**
   * The ground within a distance of zones that share a letter.
   *
   * @param shapes of zones near the window, degrees
   */
  record Band(Letter letter, List<Geometry> shapes, double distanceM) {
    /** The zones as one shape, degrees. */
    Geometry zones() {
      return Grid.SHAPES.buildGeometry(shapes);
    }
  }

  /** All that lies near a window of degrees. */
  Near near(Envelope window) {
    Gathering gathering = new Gathering(this, window);
    vouched.forEach(gathering::coverage);
    layers.forEach(gathering::layer);
    return gathering.all();
  }

  /** The ground of a coverage under these letters. */
  Region known(Coverage of, List<Letter> letters) {
    return known.computeIfAbsent(new Known(of, letters), key -> Region.of(letters, of.extent()));
  }

  /** The ground within a distance of a coverage's edge, without these letters, in pieces. */
  List<Region> without(List<Letter> letters, LineString edge, double withinM) {
    Edge key = new Edge(edge, withinM, letters);
    SoftReference<List<Region>> kept = edges.get(key);
    List<Region> known = kept == null ? null : kept.get();
    if (known == null) {
      known =
          TransverseFrame.buffers(edge, withinM).stream()
              .map(piece -> Region.without(letters, Grid.COMPACT.createGeometry(piece)))
              .toList();
      edges.put(key, new SoftReference<>(known));
    }
    return known;
  }
}
