package luodi.synthetic.key;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import luodi.atlas.LayerEdition;
import luodi.atlas.Zone;
import org.locationtech.jts.geom.Envelope;

/** Every zone, and the ground that is covered, as shapes in grid cells. */
final class Reference {
  private final Map<String, Cells<ZoneShape>> zones = new LinkedHashMap<>();
  private final Cells<GridShape> counties = new Cells<>();
  private final List<GapShape> gaps = new ArrayList<>();

  /** A zone with its shape in grid cells. */
  record ZoneShape(Zone zone, GridShape shape) {}

  private record GapShape(String layer, GridShape shape) {}

  Reference(Known known) {
    for (LayerEdition edition : known.layers()) {
      Cells<ZoneShape> cells = new Cells<>();
      for (Zone zone : edition.zones()) {
        cells.add(
            zone.shape().getEnvelopeInternal(), new ZoneShape(zone, GridShape.of(zone.shape())));
      }
      zones.put(edition.layer().id(), cells);
    }
    for (Known.Piece county : known.counties()) {
      counties.add(county.shape().getEnvelopeInternal(), GridShape.of(county.shape()));
    }
    known.gaps().forEach(gap -> gaps.add(new GapShape(gap.layer(), GridShape.of(gap.shape()))));
  }

  /** All layers, in their order. */
  Set<String> layers() {
    return zones.keySet();
  }

  /** The layer's zones whose envelope meets the window. */
  Collection<ZoneShape> zones(String layer, Envelope window) {
    return zones.get(layer).near(window);
  }

  Collection<GridShape> counties(Envelope window) {
    return counties.near(window);
  }

  List<GridShape> gaps(String layer) {
    return gaps.stream().filter(gap -> gap.layer().equals(layer)).map(GapShape::shape).toList();
  }
}
