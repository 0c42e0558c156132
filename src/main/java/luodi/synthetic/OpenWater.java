package luodi.synthetic;

import java.util.ArrayList;
import java.util.List;
import luodi.geo.Grid;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** The lakes and wide rivers of a province, where nobody builds or ploughs. */
final class OpenWater {
  private final List<PreparedGeometry> waters = new ArrayList<>();

  OpenWater(Province province) {
    province.country().lakes().forEach(lake -> add(lake.shape(), province));
    province.country().rivers().stream()
        .flatMap(river -> river.bodies().stream())
        .forEach(body -> add(body, province));
  }

  private void add(Geometry water, Province province) {
    if (water.getEnvelopeInternal().intersects(province.envelope())) {
      waters.add(PreparedGeometryFactory.prepare(water));
    }
  }

  boolean holds(Coordinate at) {
    return touches(Grid.SHAPES.createPoint(at));
  }

  boolean touches(Geometry shape) {
    return waters.stream().anyMatch(water -> water.intersects(shape));
  }
}
