package luodi.fabric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** One window's regions while they are gathered. */
final class Gathering {
  /** Clipping leaves edges of its own; they stay this far from what is asked about, metres. */
  private static final double MARGIN_M = 10;

  private final Regions source;
  private final Atlas atlas;
  private final Envelope window;
  private final LocalFrame frame;
  private final List<Region> regions = new ArrayList<>();
  private final List<Regions.Band> bands = new ArrayList<>();
  private final Map<Coverage, List<Letter>> partly = new LinkedHashMap<>();
  private final Map<Shrunk, List<Letter>> shrunk = new LinkedHashMap<>();
  private final List<Letter> everywhere = new ArrayList<>();

  /** Coverage less all ground within a distance of its edge; equal ones are drawn once. */
  private record Shrunk(Coverage of, double byM) {}

  Gathering(Regions source, Envelope window) {
    this.source = source;
    this.atlas = source.atlas();
    this.window = window;
    this.frame = LocalFrame.at(window.centre().x, window.centre().y);
  }

  Regions.Near all() {
    partly.forEach((coverage, letters) -> regions.add(Region.of(letters, coverage.extent())));
    shrunk.forEach(this::addShrunk);
    if (!everywhere.isEmpty()) {
      regions.add(Region.of(everywhere, Grid.SHAPES.toGeometry(frame.grow(window, MARGIN_M))));
    }
    return new Regions.Near(regions, bands);
  }

  void counties() {
    atlas.near(County.LAYER, window).forEach(zone -> regions.add(source.county(zone)));
  }

  void layer(Layer layer, Ask ask) {
    if (layer.geometry() == Layer.Shape.POLYGON) {
      cover(layer, Letter.coverage(layer.id()));
      atlas.near(layer.id(), window).forEach(zone -> regions.add(source.zone(zone, ask)));
    }
    ask.bandsM().forEach(distanceM -> band(layer, ask, distanceM));
  }

  private void cover(Layer layer, Letter letter) {
    Coverage coverage = atlas.coverage(layer.id());
    switch (coverage.over(Grid.SHAPES.toGeometry(frame.grow(window, MARGIN_M)))) {
      case FULL -> everywhere.add(letter);
      case PARTIAL -> partly.computeIfAbsent(coverage, key -> new ArrayList<>()).add(letter);
      case NONE -> {}
    }
  }

  private void band(Layer layer, Ask ask, double distanceM) {
    double blurM = layer.accuracyM() >= distanceM ? layer.accuracyM() : 0;
    Envelope near = frame.grow(window, distanceM + blurM + MARGIN_M);
    List<Zone> zones = atlas.near(layer.id(), near);
    if (blurM > 0) {
      coverWithin(layer, distanceM, near, zones, distanceM + blurM);
      return; // too coarse to say who lies within so little
    }
    coverWithin(layer, distanceM, near, List.of(), 0);
    Map<Letter, List<Geometry>> groups = new LinkedHashMap<>();
    for (Zone zone : zones) {
      for (Region piece : source.within(distanceM, zone, ask)) {
        if (piece.envelope().intersects(window)) {
          regions.add(piece);
          groups
              .computeIfAbsent(piece.letters().get(0), letter -> new ArrayList<>())
              .add(zone.shape());
        }
      }
    }
    groups.forEach(
        (letter, shapes) ->
            bands.add(new Regions.Band(letter, Grid.SHAPES.buildGeometry(shapes), distanceM)));
  }

  /**
   * Where the layer is complete within a distance: coverage shrunk by it, less the ring around
   * zones in which the layer is too coarse.
   */
  private void coverWithin(
      Layer layer, double distanceM, Envelope near, List<Zone> tooCoarse, double blurredM) {
    Coverage coverage = atlas.coverage(layer.id());
    Coverage.Extent extent = coverage.over(Grid.SHAPES.toGeometry(near));
    if (extent == Coverage.Extent.NONE) {
      return;
    }
    Letter letter = Letter.coverage(layer.id(), distanceM);
    if (!tooCoarse.isEmpty()) {
      List<Geometry> unknown = new ArrayList<>(beyond(coverage, distanceM, near));
      for (Zone zone : tooCoarse) {
        unknown.addAll(LocalFrame.buffers(Grid.clip(zone.shape(), near), blurredM));
      }
      regions.add(Region.of(List.of(letter), without(unknown)));
    } else if (extent == Coverage.Extent.FULL) {
      everywhere.add(letter);
    } else {
      shrunk.computeIfAbsent(new Shrunk(coverage, distanceM), key -> new ArrayList<>()).add(letter);
    }
  }

  /** All ground within a distance of where a layer is not known. */
  private static List<Geometry> beyond(Coverage coverage, double distanceM, Envelope near) {
    Geometry gap = Grid.difference(Grid.SHAPES.toGeometry(near), coverage.within(near));
    return LocalFrame.buffers(gap, distanceM);
  }

  private Geometry without(List<Geometry> unknown) {
    Geometry around = Grid.SHAPES.toGeometry(frame.grow(window, MARGIN_M));
    return unknown.isEmpty() ? around : Grid.difference(around, Grid.union(unknown));
  }

  private void addShrunk(Shrunk coverage, List<Letter> letters) {
    Envelope near = frame.grow(window, coverage.byM() + MARGIN_M);
    regions.add(Region.of(letters, without(beyond(coverage.of(), coverage.byM(), near))));
  }
}
