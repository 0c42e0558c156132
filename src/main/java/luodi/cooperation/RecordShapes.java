package luodi.cooperation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import luodi.atlas.AtlasStore;
import luodi.atlas.Zone;
import luodi.fault.Fault;
import luodi.geo.Grid;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;

/** Where records are drawn: a point inside each division, and lines between such points. */
final class RecordShapes {
  /** A point stands for a whole division; that is all that the records tell of the place. */
  static final double ACCURACY_M = 50_000;

  private static final List<String> LEVELS = List.of("provinces", "prefectures", "counties");

  private final Map<String, Coordinate> points = new HashMap<>();
  private final SortedSet<String> unknown = new TreeSet<>();

  private RecordShapes() {}

  static RecordShapes of(AtlasStore store) {
    RecordShapes shapes = new RecordShapes();
    List<String> there = store.layers().stream().map(layer -> layer.id()).toList();
    for (String level : LEVELS) {
      if (there.contains(level)) {
        store.read(level).zones().forEach(shapes::add);
      }
    }
    return shapes;
  }

  private void add(Zone division) {
    Coordinate inside = division.shape().getInteriorPoint().getCoordinate();
    Coordinate onGrid = new Coordinate(Grid.snap(inside.x), Grid.snap(inside.y));
    points.put(division.attributes().getOrDefault("adcode", division.id()), onGrid);
  }

  /** A point inside a division; one that is not known is remembered. */
  Point point(String adcode) {
    return Grid.SHAPES.createPoint(at(adcode));
  }

  private Coordinate at(String adcode) {
    Coordinate at = points.get(adcode);
    if (at == null) {
      unknown.add(adcode);
      return new Coordinate(0, 0);
    }
    return at;
  }

  /** A line from the first party to each other. */
  Geometry lines(List<String> parties) {
    List<LineString> lines = new ArrayList<>();
    Coordinate first = at(parties.get(0));
    for (String party : parties.subList(1, parties.size())) {
      lines.add(Grid.SHAPES.createLineString(new Coordinate[] {first, at(party)}));
    }
    return lines.size() == 1
        ? lines.get(0)
        : Grid.SHAPES.createMultiLineString(lines.toArray(LineString[]::new));
  }

  /** Throws {@code BAD_FILE} when a record named a division that has no polygon here. */
  void mustKnowAll() {
    if (!unknown.isEmpty()) {
      throw Fault.BAD_FILE.because(
          "There is no division %s here; give codes of provinces, prefectures or counties that GET /divisions finds. Nothing was taken in.",
          String.join(", ", unknown));
    }
  }
}
