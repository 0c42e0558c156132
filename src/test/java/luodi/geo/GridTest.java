package luodi.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

class GridTest {
  private static final double CELL = 1e-7;
  private static final int WITNESSES = 20;

  /** Overlay in floating precision loses whole areas here, and no sum of areas shows it. */
  @Test
  void nearly_equal_shapes_cover_what_their_interior_points_say() {
    RandomShapes random = new RandomShapes(41);

    for (int i = 0; i < 3_000; i++) {
      Polygon a = random.polygon(random.place(), random.between(0.001, 0.02));
      Polygon b = nudged(a, random.chance());
      witnessed(a, b, random);
    }
  }

  @Test
  void nearly_equal_rectangles_cover_what_their_interior_points_say() {
    RandomShapes random = new RandomShapes(42);

    for (int i = 0; i < 5_000; i++) {
      Coordinate corner = random.place();
      Polygon a = rectangle(corner, random.between(0.0001, 0.01), random.between(0.0001, 0.01));
      Polygon b = nudged(a, random.chance());
      witnessed(a, b, random);
    }
  }

  @Test
  void any_two_shapes_cover_what_their_interior_points_say() {
    RandomShapes random = new RandomShapes(43);

    for (int i = 0; i < 2_000; i++) {
      Coordinate middle = random.place();
      Polygon a = random.polygon(middle, random.between(0.001, 0.02));
      Polygon b =
          random.polygon(new Coordinate(middle.x + random.between(-0.02, 0.02), middle.y), 0.01);
      witnessed(a, b, random);
    }
  }

  @Test
  void every_corner_of_an_overlay_lies_on_the_grid() {
    RandomShapes random = new RandomShapes(44);

    for (int i = 0; i < 500; i++) {
      Coordinate middle = random.place();
      Polygon a = random.polygon(middle, 0.01);
      Polygon b = random.polygon(middle, 0.012);
      for (Geometry shape :
          List.of(Grid.intersection(a, b), Grid.difference(a, b), Grid.union(List.of(a, b)))) {
        assertThat(shape.isValid()).isTrue();
        for (Coordinate at : shape.getCoordinates()) {
          assertThat(at.x).isEqualTo(Grid.snap(at.x));
          assertThat(at.y).isEqualTo(Grid.snap(at.y));
        }
      }
    }
  }

  @Test
  void what_is_cut_off_and_what_is_left_are_the_whole_but_for_a_cell_along_the_edge() {
    RandomShapes random = new RandomShapes(45);

    for (int i = 0; i < 500; i++) {
      Coordinate middle = random.place();
      Polygon a = random.polygon(middle, 0.01);
      Polygon b = random.polygon(new Coordinate(middle.x + 0.004, middle.y), 0.01);
      double parts =
          Authalic.areaM2(Grid.intersection(a, b)) + Authalic.areaM2(Grid.difference(a, b));
      double perimeterM = LocalFrame.around(a).toMetres(a).getLength();
      assertThat(parts).isCloseTo(Authalic.areaM2(a), within(perimeterM * Grid.CELL_M));
    }
  }

  @Test
  void shapes_that_only_touch_have_no_common_area() {
    Polygon west = rectangle(new Coordinate(114, 30), 0.01, 0.01);
    Polygon east = rectangle(new Coordinate(114.01, 30.005), 0.01, 0.01);
    Polygon corner = rectangle(new Coordinate(114.01, 30.01), 0.01, 0.01);

    assertThat(Grid.intersection(west, east).isEmpty()).isTrue();
    assertThat(Grid.intersection(west, corner).isEmpty()).isTrue();
    assertThat(Grid.difference(west, east).equalsTopo(west)).isTrue();
  }

  @Test
  void a_line_is_cut_to_the_piece_within_an_area() {
    Polygon area = rectangle(new Coordinate(114, 30), 0.01, 0.01);
    LineString line =
        Grid.SHAPES.createLineString(
            new Coordinate[] {new Coordinate(113.99, 30.005), new Coordinate(114.004, 30.005)});

    Geometry inside = Grid.intersection(line, area);

    assertThat(inside.getDimension()).isEqualTo(1);
    assertThat((Object) inside.getEnvelopeInternal())
        .isEqualTo(new Envelope(114, 114.004, 30.005, 30.005));
  }

  @Test
  void a_window_that_holds_a_shape_leaves_it_as_it_is() {
    Polygon shape = new RandomShapes(46).polygon(new Coordinate(114, 30), 0.01);

    assertThat((Object) Grid.clip(shape, new Envelope(113, 115, 29, 31))).isSameAs(shape);
    assertThat(Grid.clip(shape, new Envelope(114, 115, 29, 31)).getEnvelopeInternal().getMinX())
        .isEqualTo(114);
  }

  /** Points of the plane tell by themselves whether they lie in the results. */
  private static void witnessed(Polygon a, Polygon b, RandomShapes random) {
    Geometry both = Grid.intersection(a, b);
    Geometry rest = Grid.difference(a, b);
    Geometry all = Grid.union(List.of(a, b));
    Envelope window = a.getEnvelopeInternal();
    for (int i = 0; i < WITNESSES; i++) {
      Coordinate at =
          new Coordinate(
              random.between(window.getMinX(), window.getMaxX()),
              random.between(window.getMinY(), window.getMaxY()));
      if (near(a, at) || near(b, at)) {
        continue; // an edge may move by a cell
      }
      boolean inA = holds(a, at);
      boolean inB = holds(b, at);
      assertThat(holds(both, at)).as("in both").isEqualTo(inA && inB);
      assertThat(holds(rest, at)).as("in the first alone").isEqualTo(inA && !inB);
      assertThat(holds(all, at)).as("in any").isEqualTo(inA || inB);
    }
  }

  private static Polygon nudged(Polygon shape, Random chance) {
    Polygon moved = (Polygon) shape.copy();
    Coordinate[] corners = moved.getExteriorRing().getCoordinates();
    for (int i = 0; i < corners.length - 1; i++) {
      corners[i].x = Grid.snap(corners[i].x + (chance.nextInt(7) - 3) * CELL);
      corners[i].y = Grid.snap(corners[i].y + (chance.nextInt(7) - 3) * CELL);
    }
    corners[corners.length - 1].setCoordinate(corners[0]);
    Polygon nudged = Grid.SHAPES.createPolygon(corners);
    return nudged.isValid() ? nudged : nudged(shape, chance);
  }

  private static Polygon rectangle(Coordinate corner, double width, double height) {
    return (Polygon)
        Grid.SHAPES.toGeometry(
            new Envelope(
                Grid.snap(corner.x),
                Grid.snap(corner.x + width),
                Grid.snap(corner.y),
                Grid.snap(corner.y + height)));
  }

  /** The even-odd rule over all rings. */
  private static boolean holds(Geometry area, Coordinate at) {
    boolean inside = false;
    for (LineString ring : rings(area)) {
      for (int i = 1; i < ring.getNumPoints(); i++) {
        Coordinate a = ring.getCoordinateN(i - 1);
        Coordinate b = ring.getCoordinateN(i);
        boolean across = (a.y > at.y) != (b.y > at.y);
        if (across && at.x < a.x + (at.y - a.y) / (b.y - a.y) * (b.x - a.x)) {
          inside = !inside;
        }
      }
    }
    return inside;
  }

  private static boolean near(Geometry area, Coordinate at) {
    return rings(area).stream()
        .anyMatch(ring -> ring.distance(Grid.SHAPES.createPoint(at)) < 10 * CELL);
  }

  private static List<LineString> rings(Geometry area) {
    java.util.ArrayList<LineString> rings = new java.util.ArrayList<>();
    for (int i = 0; i < area.getNumGeometries(); i++) {
      if (area.getGeometryN(i) instanceof Polygon polygon) {
        rings.add(polygon.getExteriorRing());
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          rings.add(polygon.getInteriorRingN(hole));
        }
      }
    }
    return rings;
  }
}
