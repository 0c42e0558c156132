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
import luodi.geo.TransverseFrame;
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
  private final Map<Edge, List<Letter>> edges = new LinkedHashMap<>();
  private final List<Letter> everywhere = new ArrayList<>();

  /** The ground within a distance of the edge of a coverage; layers that share it share this. */
  private record Edge(Coverage of, double withinM) {}

  Gathering(Regions source, Envelope window) {
    this.source = source;
    this.atlas = source.atlas();
    this.window = window;
    this.frame = LocalFrame.at(window.centre().x, window.centre().y);
  }

  Regions.Near all() {
    partly.forEach((coverage, letters) -> regions.add(Region.of(letters, coverage.extent())));
    edges.forEach(this::takeAlong);
    if (!everywhere.isEmpty()) {
      regions.add(Region.of(everywhere, Grid.SHAPES.toGeometry(frame.grow(window, MARGIN_M))));
    }
    return new Regions.Near(regions, bands);
  }

  void counties() {
    atlas.near(County.LAYER, window).forEach(zone -> regions.add(source.county(zone)));
  }

  void layer(Layer layer, Ask ask) {
    if (layer.geometry() == Layer.Shape.POLYGON && ask.zones().isPresent()) {
      cover(layer, Letter.coverage(layer.id()));
      atlas.near(layer.id(), window).forEach(zone -> regions.add(source.zone(zone, ask)));
    }
    ask.bands().keySet().forEach(distanceM -> band(layer, ask, distanceM));
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
    if (extent == Coverage.Extent.FULL) {
      everywhere.add(letter);
    } else {
      partly.computeIfAbsent(coverage, key -> new ArrayList<>()).add(letter);
      edges.computeIfAbsent(new Edge(coverage, distanceM), key -> new ArrayList<>()).add(letter);
    }
    for (Zone zone : tooCoarse) {
      for (Region piece : source.without(letter, zone, blurredM)) {
        if (piece.envelope().intersects(window)) {
          regions.add(piece);
        }
      }
    }
  }

  /** Within a distance of the edge of coverage a layer is not complete within that distance. */
  private void takeAlong(Edge edge, List<Letter> letters) {
    Envelope near = frame.grow(window, edge.withinM() + MARGIN_M);
    take(letters, edge.of().edgeNear(near), edge.withinM());
  }

  private void take(List<Letter> letters, Geometry around, double metres) {
    for (Geometry piece : TransverseFrame.buffers(around, metres)) {
      regions.add(Region.without(letters, Grid.COMPACT.createGeometry(piece)));
    }
  }
}
