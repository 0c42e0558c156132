package luodi.fabric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import luodi.atlas.Atlas;
import luodi.atlas.County;
import luodi.atlas.Zone;
import luodi.geo.Grid;
import luodi.geo.TransverseFrame;
import luodi.ground.Ask;
import luodi.ground.Letter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The regions of an atlas, made when they are first asked for: zones, bands around them, counties.
 * Safe for many threads.
 */
public final class Regions {
  private final Atlas atlas;
  private final Map<String, Region> counties = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Region>> zones = new ConcurrentHashMap<>();
  private final Map<String, Map<String, List<Region>>> bands = new ConcurrentHashMap<>();
  private final Map<Letter, Map<String, List<Region>>> blurred = new ConcurrentHashMap<>();

  public Regions(Atlas atlas) {
    this.atlas = atlas;
  }

  Atlas atlas() {
    return atlas;
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
   * @param zones near the window, degrees
   */
  record Band(Letter letter, Geometry zones, double distanceM) {}

  /** All that lies near a window of degrees, for everything that the law asks to read. */
  Near near(Envelope window, List<Ask> asks) {
    Gathering gathering = new Gathering(this, window);
    gathering.counties();
    for (Ask ask : asks) {
      atlas.layer(ask.layer()).ifPresent(layer -> gathering.layer(layer, ask));
    }
    return gathering.all();
  }

  Region county(Zone zone) {
    return counties.computeIfAbsent(zone.id(), id -> Region.ofCounty(County.of(zone)));
  }

  /** The zone's own ground under its letter. */
  Region zone(Zone zone, Ask ask) {
    return zones
        .computeIfAbsent(ask.layer() + ask.zones(), key -> new ConcurrentHashMap<>())
        .computeIfAbsent(
            zone.id(),
            id -> Region.ofZone(zone, write(zone, ask.layer(), ask.zones().orElseThrow())));
  }

  /** The ground within a distance of a zone, in pieces that may overlap. */
  List<Region> within(double distanceM, Zone zone, Ask ask) {
    return bands
        .computeIfAbsent(
            ask.layer() + ask.bands().get(distanceM) + distanceM, key -> new ConcurrentHashMap<>())
        .computeIfAbsent(zone.id(), id -> drawn(distanceM, zone, ask));
  }

  /** The ground within a distance of a zone on which a letter does not lie, in pieces. */
  List<Region> without(Letter letter, Zone zone, double distanceM) {
    return blurred
        .computeIfAbsent(letter, key -> new ConcurrentHashMap<>())
        .computeIfAbsent(
            zone.id(),
            id ->
                TransverseFrame.buffers(zone.shape(), distanceM).stream()
                    .map(
                        piece ->
                            Region.without(List.of(letter), Grid.COMPACT.createGeometry(piece)))
                    .toList());
  }

  private List<Region> drawn(double distanceM, Zone zone, Ask ask) {
    Letter letter = write(zone, ask.layer(), ask.bands().get(distanceM)).within(distanceM);
    List<Region> pieces = new ArrayList<>();
    for (Geometry piece : TransverseFrame.buffers(zone.shape(), distanceM)) {
      pieces.add(Region.of(List.of(letter), Grid.COMPACT.createGeometry(piece)));
    }
    return pieces;
  }

  private static Letter write(Zone zone, String layer, Set<String> attributes) {
    Map<String, String> read = new TreeMap<>(zone.attributes());
    read.keySet().retainAll(attributes);
    return Letter.zone(layer, read, zone.days());
  }
}
