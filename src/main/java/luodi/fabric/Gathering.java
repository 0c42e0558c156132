package luodi.fabric;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import luodi.atlas.Coverage;
import luodi.geo.Grid;
import luodi.geo.LocalFrame;
import luodi.ground.Letter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;

/** One window's regions while they are gathered. */
final class Gathering {
  private final Regions source;
  private final Envelope window;
  private final LocalFrame frame;
  private final Envelope around;
  private final List<Region> regions = new ArrayList<>();
  private final Map<Letter, Regions.Band> bands = new LinkedHashMap<>();
  private final Map<Coverage, List<Letter>> partly = new LinkedHashMap<>();
  private final List<Letter> everywhere = new ArrayList<>();
  private final Map<Coverage, Coverage.Extent> settled = new IdentityHashMap<>();
  private final Set<Letter> nowhere = new HashSet<>();

  Gathering(Regions source, Envelope window) {
    this.source = source;
    this.window = window;
    this.frame = LocalFrame.at(window.centre().x, window.centre().y);
    this.around = frame.grow(window, Vouched.MARGIN_M);
  }

  Regions.Near all() {
    partly.forEach((coverage, letters) -> regions.add(source.known(coverage, letters)));
    if (!everywhere.isEmpty()) {
      regions.add(Region.of(everywhere, Grid.SHAPES.toGeometry(around)));
    }
    return new Regions.Near(regions, List.copyOf(bands.values()));
  }

  /**
   * Where layers are complete, or complete within a distance: coverage shrunk by it. Of one
   * coverage the widest look comes first.
   */
  void coverage(Vouched vouched) {
    Coverage coverage = vouched.of();
    Coverage.Extent extent = settled.get(coverage);
    if (extent == null) {
      extent = coverage.over(frame.grow(window, vouched.aroundM()));
      if (extent != Coverage.Extent.PARTIAL) {
        settled.put(coverage, extent); // so it is nearer by
      }
    }
    switch (extent) {
      case FULL -> everywhere.addAll(vouched.letters());
      case PARTIAL -> {
        partly.computeIfAbsent(coverage, key -> new ArrayList<>()).addAll(vouched.letters());
        if (vouched.withinM() > 0) {
          takeAlongEdge(vouched);
        }
      }
      case NONE -> nowhere.addAll(vouched.letters());
    }
  }

  private void takeAlongEdge(Vouched vouched) {
    Envelope near = frame.grow(window, vouched.withinM() + Vouched.MARGIN_M);
    for (LineString edge : vouched.of().edgeNear(near)) {
      source.without(vouched.letters(), edge, vouched.withinM()).forEach(this::add);
    }
  }

  /** What of a layer reaches into the window. */
  void layer(Drawn layer) {
    for (Reach.Item item : layer.reach().near(window)) {
      if (item.takes() != null && nowhere.contains(item.takes())) {
        continue; // nothing to take away
      }
      List<Region> pieces = layer.of(item);
      boolean any = false;
      for (Region piece : pieces) {
        any |= add(piece);
      }
      if (any && item.isBand()) {
        band(pieces.get(0).letters().get(0), item);
      }
    }
  }

  private boolean add(Region piece) {
    return piece.envelope().intersects(window) && regions.add(piece);
  }

  private void band(Letter letter, Reach.Item item) {
    bands
        .computeIfAbsent(letter, key -> new Regions.Band(letter, new ArrayList<>(), item.withinM()))
        .shapes()
        .add(item.zone().shape());
  }
}
