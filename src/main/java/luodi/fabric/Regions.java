package luodi.fabric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import luodi.atlas.Atlas;
import luodi.atlas.County;
import luodi.atlas.Coverage;
import luodi.atlas.Layer;
import luodi.atlas.Zone;
import luodi.geo.Grid;
import luodi.geo.LocalFrame;
import luodi.ground.Ask;
import luodi.ground.Letter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * What lies near a window of an atlas, for everything that the law asks to read: zones, bands
 * around them, declared coverage, counties. Safe for many threads.
 */
public final class Regions {
  /** Clipping leaves edges of its own; they stay this far from what is asked about, metres. */
  private static final double MARGIN_M = 10;

  private final Atlas atlas;
  private final Map<String, Region> counties = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Letter>> letters = new ConcurrentHashMap<>();

  public Regions(Atlas atlas) {
    this.atlas = atlas;
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

  Near near(Envelope window, List<Ask> asks) {
    Gathering gathering = new Gathering(window);
    gathering.counties();
    for (Ask ask : asks) {
      atlas.layer(ask.layer()).ifPresent(layer -> gathering.layer(layer, ask));
    }
    return gathering.all();
  }

  /** The letter that a zone writes; equal letters are the same object. */
  Letter letterOf(Zone zone, Ask ask) {
    return letters
        .computeIfAbsent(ask.layer() + ask.attributes(), key -> new ConcurrentHashMap<>())
        .computeIfAbsent(zone.id(), id -> write(zone, ask));
  }

  private static Letter write(Zone zone, Ask ask) {
    Map<String, String> read = new TreeMap<>(zone.attributes());
    read.keySet().retainAll(ask.attributes());
    return Letter.zone(ask.layer(), read, zone.days());
  }

  /** One window's regions while they are gathered. */
  private final class Gathering {
    private final Envelope window;
    private final LocalFrame frame;
    private final List<Region> regions = new ArrayList<>();
    private final List<Band> bands = new ArrayList<>();
    private final Map<Coverage, List<Letter>> partly = new LinkedHashMap<>();
    private final List<Letter> everywhere = new ArrayList<>();

    Gathering(Envelope window) {
      this.window = window;
      this.frame = LocalFrame.at(window.centre().x, window.centre().y);
    }

    Near all() {
      partly.forEach((coverage, of) -> regions.add(Region.of(of, coverage.extent())));
      if (!everywhere.isEmpty()) {
        regions.add(Region.of(everywhere, Grid.SHAPES.toGeometry(frame.grow(window, MARGIN_M))));
      }
      return new Near(regions, bands);
    }

    void counties() {
      for (Zone county : atlas.near(County.LAYER, window)) {
        regions.add(
            counties.computeIfAbsent(county.id(), id -> Region.ofCounty(County.of(county))));
      }
    }

    void layer(Layer layer, Ask ask) {
      if (layer.geometry() == Layer.Shape.POLYGON) {
        cover(layer, Letter.coverage(layer.id()));
        for (Zone zone : atlas.near(layer.id(), window)) {
          regions.add(Region.of(List.of(letterOf(zone, ask)), zone.shape()));
        }
      }
      ask.bandsM().forEach(distanceM -> band(layer, ask, distanceM));
    }

    private void cover(Layer layer, Letter letter) {
      Coverage coverage = atlas.coverage(layer.id());
      switch (coverage.over(Grid.SHAPES.toGeometry(frame.grow(window, 1)))) {
        case FULL -> everywhere.add(letter);
        case PARTIAL -> partly.computeIfAbsent(coverage, key -> new ArrayList<>()).add(letter);
        case NONE -> {}
      }
    }

    private void band(Layer layer, Ask ask, double distanceM) {
      double blurM = layer.accuracyM() >= distanceM ? layer.accuracyM() : 0;
      Envelope near = frame.grow(window, distanceM + blurM + MARGIN_M);
      Map<Letter, List<Geometry>> groups = new HashMap<>();
      for (Zone zone : atlas.near(layer.id(), near)) {
        Geometry clipped = Grid.clip(zone.shape(), near);
        if (!clipped.isEmpty()) {
          groups.computeIfAbsent(letterOf(zone, ask), key -> new ArrayList<>()).add(clipped);
        }
      }
      coverWithin(layer, distanceM, blurM, groups, near);
      if (blurM > 0) {
        return; // too coarse to say who lies within so little
      }
      groups.forEach(
          (letter, zones) -> {
            Letter within = letter.within(distanceM);
            Geometry together = Grid.union(zones);
            bands.add(new Band(within, together, distanceM));
            regions.add(Region.of(List.of(within), frame.buffer(together, distanceM)));
          });
    }

    /**
     * Where the layer is complete within a distance: coverage shrunk by it, less the ring around
     * zones in which the layer is too coarse.
     */
    private void coverWithin(
        Layer layer,
        double distanceM,
        double blurM,
        Map<Letter, List<Geometry>> groups,
        Envelope near) {
      Geometry all = Grid.SHAPES.toGeometry(near);
      Coverage coverage = atlas.coverage(layer.id());
      Coverage.Extent extent = coverage.over(all);
      if (extent == Coverage.Extent.NONE) {
        return;
      }
      List<Geometry> unknown = new ArrayList<>();
      if (extent == Coverage.Extent.PARTIAL) {
        Geometry gap = Grid.difference(all, coverage.within(near));
        unknown.add(frame.buffer(gap, distanceM));
      }
      if (blurM > 0 && !groups.isEmpty()) {
        List<Geometry> zones = groups.values().stream().flatMap(List::stream).toList();
        unknown.add(frame.buffer(Grid.union(zones), distanceM + blurM));
      }
      Letter letter = Letter.coverage(layer.id(), distanceM);
      if (unknown.isEmpty()) {
        everywhere.add(letter);
      } else {
        Geometry around = Grid.SHAPES.toGeometry(frame.grow(window, MARGIN_M));
        regions.add(Region.of(List.of(letter), Grid.difference(around, Grid.union(unknown))));
      }
    }
  }
}
