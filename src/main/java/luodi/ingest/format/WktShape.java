package luodi.ingest.format;

import java.util.List;
import luodi.geo.Grid;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** A shape in Well-Known Text, without Z and M. */
final class WktShape {
  private static final int DEEPEST = 8;

  private WktShape() {}

  static Row.Shape read(String text) {
    String wkt = text.strip().replaceFirst("(?i)^SRID=\\d+;", "");
    if (depth(wkt) > DEEPEST) {
      return Row.Shape.none("its brackets are nested deeper than " + DEEPEST);
    }
    try {
      return checked(new WKTReader(Grid.SHAPES).read(wkt), List.of());
    } catch (ParseException | IllegalArgumentException broken) {
      return closed(wkt, String.valueOf(broken.getMessage()));
    }
  }

  /** Tries again with open rings closed. */
  private static Row.Shape closed(String wkt, String why) {
    WKTReader lenient = new WKTReader(Grid.SHAPES);
    lenient.setFixStructure(true);
    try {
      return checked(lenient.read(wkt), List.of("a ring that was not closed was closed"));
    } catch (ParseException | IllegalArgumentException broken) {
      return Row.Shape.none(
          "it is no WKT: " + (why.length() > 200 ? why.substring(0, 200) + "…" : why));
    }
  }

  private static Row.Shape checked(Geometry shape, List<String> mended) {
    if (shape.isEmpty()) {
      return Row.Shape.none("its shape is empty");
    }
    return isFinite(shape)
        ? Row.Shape.of(shape, mended)
        : Row.Shape.none("a position of it is no number");
  }

  private static boolean isFinite(Geometry shape) {
    for (Coordinate at : shape.getCoordinates()) {
      if (!Double.isFinite(at.x) || !Double.isFinite(at.y)) {
        return false;
      }
    }
    return true;
  }

  /** How deep brackets nest: the reader follows them by recursion. */
  private static int depth(String text) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < text.length(); i++) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      deepest = Math.max(deepest, depth);
    }
    return deepest;
  }
}
