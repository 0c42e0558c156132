package luodi.fabric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import luodi.atlas.County;
import luodi.atlas.Layer;
import luodi.atlas.Zone;
import luodi.geo.Grid;
import luodi.geo.LocalFrame;
import luodi.geo.TransverseFrame;
import luodi.ground.Ask;
import luodi.ground.Letter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * How far the zones of one layer reach for what the law asks to read of them, indexed. Immutable
 * and safe for many threads.
 */
final class Reach {
  /** Few, for what lies in a node is scattered over memory. */
  private static final int NODE = 4;

  private final Optional<Layer> layer; // empty for counties
  private final List<Zone> zones;
  private final Optional<Ask> ask;
  private final HPRtree index = new HPRtree(NODE);
  private int size;

  /**
   * One zone's reach.
   *
   * @param number its position among those of the layer
   * @param withinM how far it reaches, metres; 0 for its own ground
   * @param blurM when it reaches no farther than the layer is true: how true that is, metres
   * @param takes what is then not known on its ground; null for all others
   */
  record Item(int number, Zone zone, double withinM, double blurM, Letter takes)
      implements Comparable<Item> {
    boolean isBand() {
      return withinM > 0 && takes == null;
    }

    @Override
    public int compareTo(Item other) {
      return Integer.compare(number, other.number);
    }
  }

  private Reach(Optional<Layer> layer, List<Zone> zones, Optional<Ask> ask) {
    this.layer = layer;
    this.zones = zones;
    this.ask = ask;
  }

  /** Counties, which the law reads by themselves. */
  static Reach ofCounties(List<Zone> counties) {
    Reach reach = new Reach(Optional.empty(), counties, Optional.empty());
    reach.add(0, 0);
    reach.index.build();
    return reach;
  }

  static Reach of(Layer layer, List<Zone> zones, Ask ask) {
    Reach reach = new Reach(Optional.of(layer), zones, Optional.of(ask));
    if (readsGround(layer, ask)) {
      reach.add(0, 0);
    }
    ask.bands().keySet().forEach(withinM -> reach.add(withinM, blurM(layer, withinM)));
    reach.index.build();
    return reach;
  }

  static boolean readsGround(Layer layer, Ask ask) {
    return layer.geometry() == Layer.Shape.POLYGON && ask.zones().isPresent();
  }

  /** How true a layer is, when too coarse to say who lies within so little, metres; else 0. */
  static double blurM(Layer layer, double withinM) {
    return layer.accuracyM() >= withinM ? layer.accuracyM() : 0;
  }

  private void add(double withinM, double blurM) {
    Letter takes = blurM > 0 ? Letter.coverage(layer.orElseThrow().id(), withinM) : null;
    for (Zone zone : zones) {
      Envelope own = zone.shape().getEnvelopeInternal();
      Item item = new Item(size, zone, withinM, blurM, takes);
      size++;
      index.insert(grown(own, withinM + blurM), item);
    }
  }

  /** Where a degree of longitude is shortest the rectangle grows most. */
  private static Envelope grown(Envelope own, double metres) {
    if (metres == 0) {
      return own;
    }
    double farthest = Math.max(Math.abs(own.getMinY()), Math.abs(own.getMaxY()));
    return LocalFrame.at(own.centre().x, farthest).grow(own, metres);
  }

  /** True when nothing else would come of these. */
  boolean isOf(Optional<Layer> manifest, List<Zone> edition, Optional<Ask> asked) {
    return zones == edition && ask.equals(asked) && layer.equals(manifest);
  }

  int size() {
    return size;
  }

  /** What may reach into a window of degrees, in the order of distances and ids. */
  List<Item> near(Envelope window) {
    List<Item> near = new ArrayList<>();
    index.query(window, item -> near.add((Item) item));
    if (near.size() > 1) {
      near.sort(null);
    }
    return near;
  }

  /** The ground of one zone's reach, in pieces that may overlap. */
  List<Region> drawn(Item item) {
    if (layer.isEmpty()) {
      return List.of(Region.ofCounty(County.of(item.zone())));
    }
    if (item.withinM() == 0) {
      Set<String> attributes = ask.orElseThrow().zones().orElseThrow();
      return List.of(Region.ofZone(item.zone(), letter(item, attributes)));
    }
    return TransverseFrame.buffers(item.zone().shape(), item.withinM() + item.blurM()).stream()
        .map(piece -> drawn(item, Grid.COMPACT.createGeometry(piece)))
        .toList();
  }

  private Region drawn(Item item, Geometry piece) {
    if (item.takes() != null) {
      return Region.without(List.of(item.takes()), piece);
    }
    Set<String> attributes = ask.orElseThrow().bands().get(item.withinM());
    return Region.of(List.of(letter(item, attributes).within(item.withinM())), piece);
  }

  private Letter letter(Item item, Set<String> attributes) {
    return letter(item.zone(), layer.orElseThrow().id(), attributes);
  }

  /** What the law reads of a zone. */
  static Letter letter(Zone zone, String layer, Set<String> attributes) {
    Map<String, String> read = new TreeMap<>(zone.attributes());
    read.keySet().retainAll(attributes);
    return Letter.zone(layer, read, zone.days());
  }
}
